package gaitd.policies.learn.classic;

import gaitd.maths.Trig;
import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Signal;
import java.util.List;

/**
 * A rod of 1 kg and 1 m that a weak motor swings up and holds, at 20 Hz: torque up to 2 N m, where gravity has up to 4.9.
 *
 * <p>Reward a step: 1 - (angle^2 + 0.1 rate^2 + 0.001 torque^2) / 16.3, angle 0 upright; about 1 when held. An episode is 200 steps. Seen:
 * cosine and sine of the angle and, unless masked, the rate.
 */
public final class Pendulum extends ClassicEnv {
    /** Length of an episode, steps. */
    public static final int STEPS = 200;

    private static final List<String> TERMS = List.of("alive", "angle_square", "rate_square", "torque_square");
    private static final List<Signal> SEEN = Signal.plain("angle_cosine", "angle_sine", "rate");
    private static final double TORQUE_N_M = 2;
    private static final double PUBLISHED_GRAVITY_M_S2 = 9.8;
    /** Of the rod that is drawn. */
    private static final double RADIUS_M = 0.05;

    private static final double PERIOD_S = 0.05;
    private static final double RATE_MAX = 8;
    private static final double WORST = 16.3;

    /**
     * Copies.
     *
     * @param environments how many
     * @param masked whether the rate is hidden
     */
    public Pendulum(final int environments, final boolean masked) {
        super(environments, 2, STEPS, SEEN.subList(0, masked ? 2 : 3), Signal.plain("torque"));
    }

    @Override
    public double rateHz() {
        return 1 / PERIOD_S;
    }

    @Override
    protected void begin(final RandomStream chance, final int at) {
        state[at] = chance.nextDouble(-Math.PI, Math.PI);
        state[at + 1] = chance.nextDouble(-1, 1);
    }

    @Override
    public List<String> rewardTerms() {
        return TERMS;
    }

    @Override
    protected double advance(final int at, final double[] action, final float[] terms, final int termsAt) {
        final double angle = state[at] - 2 * Math.PI * Math.rint(state[at] / (2 * Math.PI));
        final double torque = TORQUE_N_M * action[0];
        final double rate = state[at + 1];
        final double cost = angle * angle + 0.1 * rate * rate + 0.001 * torque * torque;
        terms[termsAt] = 1;
        terms[termsAt + 1] = (float) (-angle * angle / WORST);
        terms[termsAt + 2] = (float) (-0.1 * rate * rate / WORST);
        terms[termsAt + 3] = (float) (-0.001 * torque * torque / WORST);
        final double turn = 1.5 * PUBLISHED_GRAVITY_M_S2 * Trig.sin(angle) + 3 * torque;
        state[at + 1] = Math.clamp(state[at + 1] + PERIOD_S * turn, -RATE_MAX, RATE_MAX);
        state[at] = angle + PERIOD_S * state[at + 1];
        return 1 - cost / WORST;
    }

    @Override
    protected boolean isLost(final int at) {
        return false;
    }

    @Override
    protected void see(final int at, final float[] out, final int outAt) {
        out[outAt] = (float) Trig.cos(state[at]);
        out[outAt + 1] = (float) Trig.sin(state[at]);
        if (observations() > 2) {
            out[outAt + 2] = (float) state[at + 1];
        }
    }

    @Override
    protected void outline(final int at, final Sketch to) {
        to.capsule(0, 0, Trig.sin(state[at]), Trig.cos(state[at]), RADIUS_M);
    }
}
