package gaitd.robot.mqtt;

/**
 * A command from afar, whose sender was found out.
 *
 * @param id its name in the answer
 * @param kind what is asked for
 * @param vx forward velocity, m/s
 * @param vy leftward velocity, m/s
 * @param yawRate yaw rate, rad/s
 * @param seconds how long to walk, s
 */
record BrokerCommand(String id, Kind kind, double vx, double vy, double yawRate, double seconds) {
    /** What may be asked for. Clearing a fault is not among it: that wants a person who sees the robot. */
    enum Kind {
        STOP,
        SIT,
        STAND,
        WALK
    }
}
