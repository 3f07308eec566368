## Plain mode.
