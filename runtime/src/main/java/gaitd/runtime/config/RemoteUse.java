package gaitd.runtime.config;

/** What the robot's own wireless remote may do. */
public enum RemoteUse {
    /** Stop the robot, which it always may. */
    STOP,
    /** Command it. */
    COMMAND
}
