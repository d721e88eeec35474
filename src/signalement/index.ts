/** Reports: told without an account, read and answered by agents. */
