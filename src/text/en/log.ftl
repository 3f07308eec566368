## Logs: what is wrong with one, what was repaired.
## An error says what to do next; it has no full stop at its end.

log-disk = cannot { $doing } `{ $path }`: { $reason }
log-in-use = `{ $path }` is open in another window: an exercise has one writer at a time
log-exists = `{ $path }` is there already; choose another name for the new exercise
log-not-a-log = `{ $path }` is not an exercise log
log-newer = `{ $path }` was written by a newer release (log format { $format }; this one reads up to { $newest }): update to open it
log-damaged = `{ $path }`, line { $line }: the line { $damage }. The file was left as it is; what stands before that line can still be replayed and reported
log-damaged-header = `{ $path }`, line 1: the line { $damage }. The file was left as it is; without its first line nothing in it can be trusted
log-not-understood = `{ $path }`, line { $line }: the line is whole, but this release cannot read it ({ $reason })
log-encode = line { $line } of `{ $path }` cannot be written ({ $reason })
log-too-large = `{ $path }` is larger than { $limit } MiB, which no exercise is
log-replaced = `{ $path }` was moved, removed or changed by another program while it was open: nothing more is saved; resume the exercise to go on
log-read-only = nothing more is saved to `{ $path }` since writing to it failed: make room or check the disk, then resume the exercise
log-no-package = the scenario as it was played is missing: `{ $path }`; copy it here from where the exercise was played
log-bad-package = the scenario as it was played is damaged: `{ $path }`; copy it here again from where the exercise was played

log-damage-checksum = was changed: its checksum does not fit
log-damage-shape = is not a line of a log
log-damage-order = stands in the wrong place: it says that it is line { $says }
log-damage-chain = does not follow the line before: one of the two was changed, or comes from another exercise

log-recovered = The last line of the log was unfinished and was cut off ({ $bytes ->
    [one] 1 byte
   *[other] { $bytes } bytes
}). It had never been confirmed; every confirmed choice is there.
log-little-space = Only { $mebibytes } MiB are left on the disk. Make room before you go on.

## What was being done to a file.

log-doing-make-folder = make the folder
log-doing-open = open
log-doing-lock = lock
log-doing-read = read
log-doing-write = write to
log-doing-sync = save
log-doing-cut = cut the unfinished line from
log-doing-rename = rename
log-doing-remove = remove
log-doing-list = list
log-doing-measure = measure the free space of
