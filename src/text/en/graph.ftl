## `demarche graph`: the scenario as a picture.

graph-counts = { $turns ->
        [one] 1 turn
       *[other] { $turns } turns
    }, { $seats ->
        [one] 1 seat
       *[other] { $seats } seats
    }, { $injects ->
        [one] 1 inject
       *[other] { $injects } injects
    }, { $decisions ->
        [one] 1 decision
       *[other] { $decisions } decisions
    }, { $endings ->
        [one] 1 ending
       *[other] { $endings } endings
    }
graph-legend = ● inject   ○ inject under a condition   ◌ contingency   ☞ by hand   ◆ decision
graph-turn = Turn { $number }: { $title } ({ $from })
graph-preparation = Preparation: { $title } ({ $from })
graph-nobody = nobody at the table
graph-after = then
graph-asks = decides on
graph-falls-back = if not done
graph-brings = brings
graph-stops = stops
graph-comes-after = after { $ids }
graph-comes-if = if { $ids }
graph-comes-missed = if what { $ids } expects is not done
graph-comes-sent = sent by { $ids }
graph-comes-hand = by hand
graph-comes-condition = under a condition
graph-stopped = stopped by { $ids }
graph-out = not in play
graph-leads = brings { $ids }
graph-leads-stop = stops { $ids }
graph-leads-asked = matters for { $ids }
graph-endings = Endings
graph-ending-asks = asks about { $ids }
graph-ending-else = otherwise
graph-ending-early = may come early
graph-objectives = Objectives and what trains them
graph-objective-none = nothing trains it
graph-objective-tasks = { $tasks ->
        [one] 1 task
       *[other] { $tasks } tasks
    }, { $evidenced } with evidence
graph-others = nobody at the table
graph-svg-about = Injects and decisions by turn and seat, with arrows for what leads to what.
graph-written = Written: { $path }
graph-not-written = The picture could not be written to { $path }: { $why }
