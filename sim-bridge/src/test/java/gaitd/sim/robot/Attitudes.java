package gaitd.sim.robot;

/** Attitudes for tests. */
final class Attitudes {
    private Attitudes() {}

    static void fromRollPitchYaw(final double roll, final double pitch, final double yaw, final double[] out) {
        final double cr = Math.cos(roll / 2);
        final double sr = Math.sin(roll / 2);
        final double cp = Math.cos(pitch / 2);
        final double sp = Math.sin(pitch / 2);
        final double cy = Math.cos(yaw / 2);
        final double sy = Math.sin(yaw / 2);
        out[0] = cr * cp * cy + sr * sp * sy;
        out[1] = sr * cp * cy - cr * sp * sy;
        out[2] = cr * sp * cy + sr * cp * sy;
        out[3] = cr * cp * sy - sr * sp * cy;
    }
}
