package gaitd.bench.physics;

/** Compares the equations of motion of both engines. */
public final class AccelerationBench {
    private static final int STATES = 1000;
    private static final long SEED = 1;

    private AccelerationBench() {}

    /**
     * Measures and compares.
     *
     * @param to takes results
     * @param agreement takes the worst difference
     */
    public static void run(final PhysicsReport to, final Agreement agreement) {
        final double worst = AccelerationTrial.worst(STATES, SEED);
        to.title("accelerations in free space, " + STATES + " random states, as a share of the greatest");
        to.line("worst difference %.1e".formatted(worst));
        to.put("qacc_max_rel_error", worst);
        agreement.check("accelerations", worst, 0, Agreement.ACCELERATION);
    }
}
