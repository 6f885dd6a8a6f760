package gaitd.sim.env;

import gaitd.runtime.config.Config;

/** Measures how many policy steps environments make in a second, with an empty policy. */
public final class EnvBenchmark {
    private static final double FORWARD_M_S = 0.4;
    private static final double NS_PER_S = 1e9;

    private EnvBenchmark() {}

    /**
     * Runs robots that walk at 0.4 m/s on flat ground.
     *
     * @param config all settings
     * @param robots how many
     * @param threads how many threads
     * @param warmUpSteps steps of every robot before the measurement
     * @param steps steps of every robot in the measurement
     * @return policy steps of all robots together, 1/s
     */
    public static double policyStepsPerSecond(
            final Config config, final int robots, final int threads, final int warmUpSteps, final int steps) {
        final EnvBuffers buffers = new EnvBuffers(robots);
        for (int robot = 0; robot < robots; robot++) {
            buffers.command[robot * EnvBuffers.COMMANDS] = FORWARD_M_S;
        }
        try (WalkEnv env = new WalkEnv(EnvPlan.flat(config, robots, 1, threads))) {
            env.reset(buffers);
            for (int i = 0; i < warmUpSteps; i++) {
                env.step(buffers);
            }
            final long startNs = System.nanoTime();
            for (int i = 0; i < steps; i++) {
                env.step(buffers);
            }
            return robots * (double) steps * NS_PER_S / (System.nanoTime() - startNs);
        }
    }
}
