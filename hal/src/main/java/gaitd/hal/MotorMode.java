package gaitd.hal;

/** Motor modes on the A1's wires. */
public final class MotorMode {
    /** Damping or brake: the drive ignores the targets. */
    public static final int DAMPING = 0x00;
    /** Closed loop: torque = tau + kp (q* - q) + kd (dq* - dq). */
    public static final int SERVO = 0x0A;
    /** On no wire: a motor that does not answer any more, as {@link Sensed} tells it. */
    public static final int SILENT = 0x100;

    private MotorMode() {}
}
