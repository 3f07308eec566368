## Help.

help-about = Enter always does the most natural next thing; the bottom line says what that is. Esc goes back and loses nothing.
help-keys = Keys
help-terms = Terms
help-to-terms = Tab: terms
help-to-keys = Tab: keys
help-search = type to search
help-no-term = No term matches.
help-signs = Signs
help-sign-open = ○ open: waits for you, or can be done
help-sign-planned = ● planned: will be sealed
help-sign-done = ✓ done: answered, met, sealed
help-sign-barred = × not possible, or missed; the reason stands beside it
help-sign-change = ▲ ▼ went up or down since last turn; ! means for the worse
help-sign-bar = ━ certain, ╍ possible, ─ the rest of the scale
