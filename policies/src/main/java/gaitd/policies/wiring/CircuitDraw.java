package gaitd.policies.wiring;

/** Draws the synapses of a {@link CircuitSpec}; a seed's circuit depends on the order of the draws. */
final class CircuitDraw {
    private static final int[] EITHER = {-1, 1};

    private final CircuitSpec spec;
    private final MersenneTwister random;
    private final Polarities sensory;
    private final Polarities inner;
    private final int firstCommand;
    private final int firstInter;

    CircuitDraw(final CircuitSpec spec, final int seed) {
        this.spec = spec;
        this.random = new MersenneTwister(seed);
        this.firstCommand = spec.motor();
        this.firstInter = spec.motor() + spec.command();
        final int neurons = firstInter + spec.inter();
        this.sensory = new Polarities(spec.inputs(), neurons);
        this.inner = new Polarities(neurons, neurons);
    }

    Wiring wiring() {
        forward(sensory, 0, spec.inputs(), firstInter, spec.inter(), spec.sensoryFanout(), spec.inputs());
        forward(inner, firstInter, spec.inter(), firstCommand, spec.command(), spec.interFanout(), spec.command());
        for (int i = 0; i < spec.recurrent(); i++) {
            final int source = firstCommand + random.below(spec.command());
            final int target = firstCommand + random.below(spec.command());
            inner.connect(source, target, sign());
        }
        motors();
        return new Wiring(sensory, inner, spec.motor());
    }

    /** Every source to so many targets; then targets that none reached get the mean number of sources, up to a limit. */
    private void forward(
            final Polarities to,
            final int firstSource,
            final int sources,
            final int firstTarget,
            final int targets,
            final int fanout,
            final int limit) {
        final boolean[] reached = new boolean[targets];
        for (int source = 0; source < sources; source++) {
            for (final int target : random.distinct(targets, fanout)) {
                reached[target] = true;
                to.connect(firstSource + source, firstTarget + target, sign());
            }
        }
        final int mean = mean((long) sources * fanout, targets, limit);
        for (int target = 0; target < targets; target++) {
            if (!reached[target]) {
                for (final int source : random.distinct(sources, Math.min(mean, sources))) {
                    to.connect(firstSource + source, firstTarget + target, sign());
                }
            }
        }
    }

    private void motors() {
        final boolean[] used = new boolean[spec.command()];
        for (int motor = 0; motor < spec.motor(); motor++) {
            for (final int command : random.distinct(spec.command(), spec.motorFanin())) {
                used[command] = true;
                inner.connect(firstCommand + command, motor, sign());
            }
        }
        final int mean = mean((long) spec.motor() * spec.motorFanin(), spec.command(), spec.motor());
        for (int command = 0; command < spec.command(); command++) {
            if (!used[command]) {
                for (final int motor : random.distinct(spec.motor(), mean)) {
                    inner.connect(firstCommand + command, motor, sign());
                }
            }
        }
    }

    private static int mean(final long synapses, final int over, final int most) {
        return Math.clamp(synapses / over, 1, most);
    }

    private int sign() {
        return EITHER[random.below(EITHER.length)];
    }
}
