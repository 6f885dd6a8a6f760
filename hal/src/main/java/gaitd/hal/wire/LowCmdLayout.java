package gaitd.hal.wire;

/** Byte offsets of the low-level command; motor offsets count from the motor's block. */
final class LowCmdLayout {
    static final int SIZE = 610;
    static final int MOTORS = 20;

    static final int LEVEL_FLAG = 0;
    static final int COMM_VERSION = 1;
    static final int ROBOT_ID = 3;
    static final int SERIAL_NUMBER = 5;
    static final int BAND_WIDTH = 9;
    static final int MOTOR = 10;
    static final int LED = 550;
    static final int REMOTE = 562;
    static final int RESERVE = 602;

    static final int LED_SIZE = 12;
    static final int REMOTE_SIZE = 40;

    static final int MOTOR_SIZE = 27;
    static final int MOTOR_MODE = 0;
    static final int MOTOR_Q = 1;
    static final int MOTOR_DQ = 5;
    static final int MOTOR_TAU = 9;
    static final int MOTOR_KP = 11;
    static final int MOTOR_KD = 13;
    static final int MOTOR_RESERVE = 15;
    static final int MOTOR_RESERVE_WORDS = 3;

    private LowCmdLayout() {}

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
