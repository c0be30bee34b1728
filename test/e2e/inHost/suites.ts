/** All tests that run inside VS Code. Importing a file names its tests to Mocha. */
import './problems.e2e';
import './commands.e2e';
import './language.e2e';
import './files.e2e';
import './workspace.e2e';
