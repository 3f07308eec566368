## The situation room.
