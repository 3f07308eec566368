## Why a number moved: one message for each kind of event and cause.
