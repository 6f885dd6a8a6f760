package gaitd.bench.ep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The gradient when PPO's force is evaluated again while the network relaxes: layers, sigma 0.5, 30 nudged steps. */
public final class EpClipping {
    private static final double[] BETAS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2};
    private static final int STEPS = 30;
    private static final double GAIN = 0.6;

    private final TruthCase one;

    /**
     * Draws weights.
     *
     * @param samples how many
     * @param seed of everything
     */
    public EpClipping(final int samples, final long seed) {
        one = EpSubject.LAYERS.drawn(GAIN, samples, seed);
    }

    /**
     * Cosine of the feedback's gradient to the exact one over beta.
     *
     * @return the frozen force, and each way to clip
     */
    public List<Curve> curves() {
        final List<Curve> curves = new ArrayList<>();
        curves.add(curve("frozen", Clipping.TWO_SIDED, true));
        for (final Clipping clipping : Clipping.values()) {
            final String name = clipping.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            curves.add(curve(clipping == Clipping.NONE ? "not clipped" : name, clipping, false));
        }
        return curves;
    }

    private Curve curve(final String name, final Clipping clipping, final boolean frozen) {
        final double[] y = new double[BETAS.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = one.policyNudged(clipping, BETAS[i], STEPS, frozen).cosine();
        }
        return Curve.of(name, BETAS, y);
    }
}
