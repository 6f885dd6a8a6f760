package gaitd.robot.firsthour;

import java.util.Locale;

/** Parts of the first hour, in their order. */
enum HourPart {
    /** States arrive and can be believed. */
    STATES,
    /** The inertial unit: at rest, and turned by hand. */
    IMU,
    /** Each joint, led by hand to its stops. */
    JOINTS,
    /** Each foot's sensor. */
    FEET,
    /** The wireless remote. */
    REMOTE,
    /** Each motor, moving its joint a little. */
    MOTORS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
