package gaitd.hal;

/** Motor modes on the A1's wires. */
public final class MotorMode {
    /** Damping or brake: the drive ignores the targets. */
    public static final int DAMPING = 0x00;
    /** Closed loop: torque = tau + kp (q* - q) + kd (dq* - dq). */
    public static final int SERVO = 0x0A;

    private MotorMode() {}
}
