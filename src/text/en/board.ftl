## The boards: one ledger each, on the screens and in plain mode.

boards = Boards
boards-none = There is nothing to put on a board yet.
boards-do = What you can do here
boards-do-nothing = Nothing of yours acts on this directly. Press a for everything you can do.
boards-view = view: { $view }
boards-row = { $name }: { $shown }
boards-row-change = { $name }: { $shown }, { $by } since the last reveal
boards-next-acts = what you can do
boards-next-why = why?

board-trust = Trust
board-trust-about = What you think of others is your own number. What they think of you you only feel, in how open their channel is.
board-trust-own = { $own } trusts { $other }: { $trust } of 100.
board-trust-other = Towards you their channel feels { $openness }.
board-trust-moved = Your trust has moved by { $by } since the last reveal.
board-trust-matrix = table
board-trust-graph = graph
board-trust-ours = your trust
board-trust-theirs = feels
