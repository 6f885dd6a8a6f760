package gaitd.hal.wire;

/** Byte offsets of the low-level state; motor offsets count from the motor's block. */
final class LowStateLayout {
    static final int SIZE = 771;
    static final int MOTORS = 20;

    static final int LEVEL_FLAG = 0;
    static final int COMM_VERSION = 1;
    static final int ROBOT_ID = 3;
    static final int SERIAL_NUMBER = 5;
    static final int BAND_WIDTH = 9;
    static final int QUATERNION = 10;
    static final int GYRO = 26;
    static final int ACCELEROMETER = 38;
    static final int RPY = 50;
    static final int IMU_TEMPERATURE = 62;
    static final int MOTOR = 63;
    static final int FOOT_FORCE = 703;
    static final int FOOT_FORCE_EST = 711;
    static final int TICK = 719;
    static final int REMOTE = 723;
    static final int RESERVE = 763;

    static final int REMOTE_SIZE = 40;
    /** Quaternion, gyro, accelerometer and rpy together. */
    static final int IMU_FLOATS = 13;

    static final int MOTOR_SIZE = 32;
    static final int MOTOR_MODE = 0;
    static final int MOTOR_Q = 1;
    static final int MOTOR_DQ = 5;
    static final int MOTOR_DDQ = 9;
    static final int MOTOR_TAU_EST = 11;
    static final int MOTOR_Q_RAW = 13;
    static final int MOTOR_DQ_RAW = 17;
    static final int MOTOR_DDQ_RAW = 21;
    static final int MOTOR_TEMPERATURE = 23;
    static final int MOTOR_RESERVE = 24;
    static final int MOTOR_RESERVE_WORDS = 2;

    private LowStateLayout() {}

    /**
     * Where a motor's block starts.
     *
     * @param motor 0 to 19
     * @return byte offset in the datagram
     */
    static int motorAt(final int motor) {
        return MOTOR + motor * MOTOR_SIZE;
    }
}
