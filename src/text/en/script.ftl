## Scripts in play: failed, stopped, skipped.

script-overflow = a number became too large to count with
script-division-by-zero = it divided by zero
script-wrong-type = a text, a number or a true/false stood where another of the three is needed
script-outside-list = it asked for an element that its list does not have
script-unknown-id = it named something that the scenario does not have
script-unknown-name = it used a name that nothing has
script-out-of-range = it used a number that makes no sense there, such as `roll(0)` or a negative number of turns
script-not-effects = it returned something else than effects
script-too-long = it took too many steps; most often a loop never ends
script-too-deep = its functions call each other without end
script-too-big = a text or list grew too large
script-too-many-effects = it made too many effects
script-other = it could not go on

## Why the reader of scripts stopped: fills S401 and S402.

script-why-arrow = `=>` is missing between the case and what it gives
script-why-brace = an opening brace is missing before this; what `if` and its like do stands in braces
script-why-break = `break` and `continue` belong inside a loop
script-why-comma = a comma is missing before this
script-why-empty = there is nothing in it
script-why-ends = it ends too early
script-why-escape = the backslash in this text begins nothing known
script-why-function-inside = a function stands inside another; put it outside
script-why-in = `in` is missing: `for actor in ["ncert", "mfa"]`
script-why-name = a name is missing here
script-why-number = this number is too large or wrongly written
script-why-one = an expression is one value, without a semicolon
script-why-operator = an operator, a comma or a closing bracket is missing before this
script-why-outside = this stands outside any function; scripts are made of functions only
script-why-parameters = the function's name needs brackets after it: `fn answer() {"{"} … {"}"}`
script-why-semicolon = a semicolon or a closing brace is missing before this
script-why-switch = the cases of this `switch` stand in an order it cannot have
script-why-too-large = a text or list in it is too large
script-why-twice = the same name is there twice
script-why-type = this is of another kind than what is needed here
script-why-unexpected = this does not belong here
script-why-value = a value is missing here
