"""What is left when a command is killed, or the disk, a folder, a clock or another process is against it."""
