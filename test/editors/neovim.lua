--[[
What a person does in Neovim, done in a headless one: run.mjs starts it with the recipe of the README and with this file. The steps go one after
the other in Neovim's own event loop, so that the language client works between them as it does between keys. TALLYMARK_ENCODING, where it is
set, is the only unit for columns that the client announces.
]]

local result_file = vim.env.TALLYMARK_RESULT
local exit_file = vim.env.TALLYMARK_EXIT
local wanted = vim.env.TALLYMARK_ENCODING
-- Long enough for a busy machine; what works is done in some milliseconds.
local deadline = 20000

local get_clients = vim.lsp.get_clients or vim.lsp.get_active_clients
local client

local function announce_only(encoding)
  local make = vim.lsp.protocol.make_client_capabilities
  vim.lsp.protocol.make_client_capabilities = function()
    local capabilities = make()
    capabilities.general = vim.tbl_extend('force', capabilities.general or {}, { positionEncodings = { encoding } })
    return capabilities
  end
  if vim.lsp.get_clients or vim.lsp.start then return end
  -- Neovim 0.7 takes any unit, but has to be told which one the server has chosen.
  local start = vim.lsp.start_client
  vim.lsp.start_client = function(config)
    config.on_init = function(client, answer) client.offset_encoding = answer.capabilities.positionEncoding end
    return start(config)
  end
end

local function expected_encoding()
  local general = vim.lsp.protocol.make_client_capabilities().general
  return general and general.positionEncodings and general.positionEncodings[1] or 'utf-16'
end

--- Returns the first truthy value of `look`, which is called again and again; an error where there is none in time.
local function wait_for(what, look)
  local thread = coroutine.running()
  local limit = vim.loop.now() + deadline
  while true do
    local found, detail = look()
    if found then return found end
    if vim.loop.now() > limit then error(what .. ' did not happen; last seen: ' .. vim.inspect(detail), 0) end
    vim.defer_fn(function()
      local good, message = coroutine.resume(thread)
      if good then return end
      io.stderr:write(message, '\n')
      vim.cmd('cquit')
    end, 10)
    coroutine.yield()
  end
end

local function equal(actual, expected, what)
  if not vim.deep_equal(actual, expected) then
    error(('%s: %s instead of %s'):format(what, vim.inspect(actual), vim.inspect(expected)), 0)
  end
end

local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end

--- Types keys, and waits until `look` holds.
local function type_keys(keys, look)
  vim.api.nvim_input(keys)
  return wait_for('The effect of ' .. keys, look)
end

local function is_line(number, text)
  return function()
    local line = lines()[number]
    return line == text, line
  end
end

--- The texts under the findings of a rule, in order: right only where both sides count columns alike.
local function under(code)
  local found = {}
  local diagnostics = vim.diagnostic.get(0)
  table.sort(diagnostics, function(a, b) return a.lnum < b.lnum or a.lnum == b.lnum and a.col < b.col end)
  for _, each in ipairs(diagnostics) do
    local raw = each.user_data and each.user_data.lsp or {}
    if (each.code or raw.code) == code then
      table.insert(found, lines()[each.lnum + 1]:sub(each.col + 1, each.end_col))
    end
  end
  return found
end

local function wait_for_findings(code, expected)
  wait_for('The findings of ' .. code, function()
    local found = under(code)
    return vim.deep_equal(found, expected), found
  end)
end

--- Puts the cursor before a text that stands in one line.
local function go_to(text)
  for number, line in ipairs(lines()) do
    local column = line:find(text, 1, true)
    if column then return vim.api.nvim_win_set_cursor(0, { number, column - 1 }) end
  end
  error('The report has no ' .. text, 0)
end

--- Opens the menu and takes an item, by keys.
local function choose_from_menu(label)
  vim.o.completeopt = 'menuone,noselect'
  type_keys('<C-x><C-o>', function() return vim.fn.pumvisible() == 1 end)
  local at
  for index, item in ipairs(vim.fn.complete_info({ 'items' }).items) do
    if item.abbr == label then at = index end
  end
  if not at then error(label .. ' is not in the menu', 0) end
  vim.api.nvim_input(('<C-n>'):rep(at) .. '<C-y>')
end

--- Takes an item as completion plugins do. The menu of old versions puts its text behind what the edit of the item replaces.
local function take_from_answer(label)
  local items
  vim.lsp.buf_request(0, 'textDocument/completion', vim.lsp.util.make_position_params(), function(_, answer)
    items = answer.items or answer
  end)
  wait_for('The answer', function() return items end)
  for _, item in ipairs(items) do
    if item.label == label then
      vim.lsp.util.apply_text_edits({ item.textEdit }, 0, client.offset_encoding)
      return vim.api.nvim_win_set_cursor(0, { vim.fn.line('.'), #vim.api.nvim_get_current_line() })
    end
  end
  error(label .. ' is not among the items', 0)
end

--- The tags without a figure, once the masks are tagged.
local unfilled

local steps = {
  { 'the client of the recipe starts the server and attaches to a report', function()
    client = wait_for('The attaching', function()
      local all = get_clients()
      return all[1] and vim.lsp.buf_is_attached(0, all[1].id) and all[1].server_capabilities and all[1], all
    end)
    equal(client.name, 'tallymark', 'name')
  end },

  { 'the server takes the unit of columns that the client announces', function()
    local expected = wanted or expected_encoding()
    equal(client.server_capabilities.positionEncoding, expected, "the server's")
    equal(client.offset_encoding, expected, "the client's")
  end },

  { 'findings are shown under their masks, behind Chinese text and surrogate pairs', function()
    wait_for_findings('untagged-mask', { '**', '***' })
  end },

  { 'and they stay there while text is typed before them', function()
    go_to('走访')
    type_keys('i😀先后<Esc>', is_line(9, '📌😀先后走访企业<<visits:12>>家，化解纠纷**件，召开会议***次。'))
    wait_for_findings('untagged-mask', { '**', '***' })
    type_keys('0x', is_line(9, '😀先后走访企业<<visits:12>>家，化解纠纷**件，召开会议***次。'))
    wait_for_findings('untagged-mask', { '**', '***' })
  end },

  { 'completion offers the metrics behind "<<", and puts one in', function()
    type_keys('Go🎯其中重点企业<lt><lt>', is_line(11, '🎯其中重点企业<<'))
    if vim.lsp.get_clients then choose_from_menu('visits') else take_from_answer('visits') end
    wait_for('The completion', is_line(11, '🎯其中重点企业<<visits>>'))
    type_keys('家。<Esc>', is_line(11, '🎯其中重点企业<<visits>>家。'))
  end },

  { 'a code action is offered on a mask, and tags it', function()
    go_to('**件')
    local offered
    vim.ui.select = function(items, options, choose)
      offered = vim.tbl_map(options.format_item or tostring, items)
      for index, title in ipairs(offered) do
        if title:find('Tag all', 1, true) then return choose(items[index], index) end
      end
      choose(nil, nil)
    end
    vim.lsp.buf.code_action()
    local first, second
    wait_for('The tagging', function()
      local line = lines()[9]
      first, second = line:match(
        '^😀先后走访企业<<visits:12>>家，化解纠纷(<<[%w-]+:%*%*>>)件，召开会议(<<[%w-]+:%*%*%*>>)次。$')
      return first, { line, offered }
    end)
    wait_for_findings('untagged-mask', {})
    unfilled = { first, second, '<<jobs:**>>' }
    wait_for_findings('unfilled-metric', unfilled)
  end },

  { 'a metric is renamed wherever it stands, and nothing else is', function()
    go_to('visits:12')
    local before = lines()
    vim.lsp.buf.rename('firms-visited')
    local expected = vim.tbl_map(function(line) return (line:gsub('<<visits', '<<firms-visited')) end, before)
    wait_for('The renaming', function() return vim.deep_equal(lines(), expected), lines() end)
    wait_for_findings('unfilled-metric', unfilled)
  end, },

  { 'settings are heeded when they change', function()
    local is_asked = false
    local answer = vim.lsp.handlers['workspace/configuration']
    vim.lsp.handlers['workspace/configuration'] = function(...)
      is_asked = true
      return answer(...)
    end
    local settings = { tallymark = { rules = { ['unfilled-metric'] = 'off' } } }
    client.config.settings = settings
    client.settings = settings
    local change = { settings = settings }
    local method = 'workspace/didChangeConfiguration'
    if vim.lsp.config then client:notify(method, change) else client.notify(method, change) end
    -- Some versions ask for findings after an edit only, which must not overtake the settings.
    local can_be_asked = vim.lsp.protocol.make_client_capabilities().workspace.configuration
    if can_be_asked then wait_for('The question for settings', function() return is_asked end) end
    type_keys('Go附件<Esc>', is_line(12, '附件'))
    wait_for_findings('unfilled-metric', {})
  end },

  { 'the server ends with 0 when the client is stopped', function()
    if vim.lsp.config then client:stop() else vim.lsp.stop_client(client.id) end
    wait_for('The end', function() return vim.fn.filereadable(exit_file) == 1 and vim.fn.getfsize(exit_file) > 0 end)
    equal(vim.fn.readfile(exit_file), { '0' }, 'exit code')
  end },
}

local function run()
  local report = { passed = {}, expected = 0, failure = nil, encoding = nil }
  report.expected = #steps
  for _, step in ipairs(steps) do
    local good, message = pcall(step[2])
    if not good then
      report.failure = { step = step[1], message = vim.fn.strtrans(tostring(message)) }
      break
    end
    table.insert(report.passed, step[1])
  end
  report.encoding = client and client.offset_encoding
  vim.fn.writefile({ vim.fn.json_encode(report) }, result_file)
  vim.cmd('qall!')
end

-- An error message that fills the screen would wait for a key.
vim.o.more = false
vim.o.cmdheight = 10
if wanted then announce_only(wanted) end
-- After the start, when the recipe has run and the report is open.
vim.api.nvim_create_autocmd('VimEnter', { callback = function() vim.schedule(coroutine.wrap(run)) end })
