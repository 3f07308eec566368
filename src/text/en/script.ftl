## Scripts in play: failed, stopped, skipped.
