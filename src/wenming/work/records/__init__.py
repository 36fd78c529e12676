"""Records of work (工作记录): entered once, proposed for every commitment that they fit, looked at by the office."""
