package gaitd.sim.fault;

/** What the twelve drives give in a physics step; its arrays are the drives' own. */
public final class DriveOutputs {
    /** Torques, damping not included, N m. */
    final double[] torqueNm;
    /** Damping, N m s/rad. */
    final double[] dampingNmSRad;
    /** Modes that the drives report. */
    final int[] mode;

    /**
     * Outputs of drives.
     *
     * @param torqueNm torques, damping not included, live, 12, N m
     * @param dampingNmSRad damping, live, 12, N m s/rad
     * @param mode modes that the drives report, live, 12
     */
    public DriveOutputs(final double[] torqueNm, final double[] dampingNmSRad, final int[] mode) {
        this.torqueNm = torqueNm;
        this.dampingNmSRad = dampingNmSRad;
        this.mode = mode;
    }

    void set(final int joint, final double torque, final double damping) {
        torqueNm[joint] = torque;
        dampingNmSRad[joint] = damping;
    }
}
