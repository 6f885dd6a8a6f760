package gaitd.policies.learn.classic;

import gaitd.maths.Trig;
import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Signal;
import java.util.List;

/**
 * A pole on a cart that a force balances (Barto, Sutton and Anderson, 1983), with a continuous force up to 10 N, at 50 Hz.
 *
 * <p>Reward 1 a step; lost beyond 12 degrees or 2.4 m; an episode is 500 steps at most. Seen: place, angle and, unless masked, their
 * velocities.
 */
public final class CartPole extends ClassicEnv {
    /** Longest episode, steps. */
    public static final int STEPS = 500;

    private static final List<String> TERMS = List.of("alive");
    private static final List<Signal> SEEN = Signal.plain("position", "angle", "velocity", "angle_rate");
    private static final double FORCE_N = 10;
    private static final double PUBLISHED_GRAVITY_M_S2 = 9.8;
    private static final double CART_KG = 1;
    private static final double POLE_KG = 0.1;
    private static final double HALF_POLE_M = 0.5;
    /** Half of the length of the cart that is drawn; its size has no effect. */
    private static final double CART_M = 0.18;

    private static final double PERIOD_S = 0.02;
    private static final double ANGLE_MAX_RAD = Math.toRadians(12);
    private static final double PLACE_MAX_M = 2.4;

    /**
     * Copies.
     *
     * @param environments how many
     * @param masked whether velocities are hidden
     */
    public CartPole(final int environments, final boolean masked) {
        super(environments, 4, STEPS, SEEN.subList(0, masked ? 2 : 4), Signal.plain("force"));
    }

    @Override
    public double rateHz() {
        return 1 / PERIOD_S;
    }

    @Override
    protected void begin(final RandomStream chance, final int at) {
        for (int i = 0; i < size; i++) {
            state[at + i] = chance.nextDouble(-0.05, 0.05);
        }
    }

    @Override
    public List<String> rewardTerms() {
        return TERMS;
    }

    @Override
    protected double advance(final int at, final double[] action, final float[] terms, final int termsAt) {
        final double angle = state[at + 1];
        final double sin = Trig.sin(angle);
        final double cos = Trig.cos(angle);
        final double mass = CART_KG + POLE_KG;
        final double rate = state[at + 3];
        final double push = (FORCE_N * action[0] + POLE_KG * HALF_POLE_M * rate * rate * sin) / mass;
        final double turn =
                (PUBLISHED_GRAVITY_M_S2 * sin - cos * push) / (HALF_POLE_M * (4.0 / 3 - POLE_KG * cos * cos / mass));
        final double acceleration = push - POLE_KG * HALF_POLE_M * turn * cos / mass;
        state[at] += PERIOD_S * state[at + 2];
        state[at + 1] += PERIOD_S * rate;
        state[at + 2] += PERIOD_S * acceleration;
        state[at + 3] += PERIOD_S * turn;
        terms[termsAt] = 1;
        return 1;
    }

    @Override
    protected boolean isLost(final int at) {
        return Math.abs(state[at]) > PLACE_MAX_M || Math.abs(state[at + 1]) > ANGLE_MAX_RAD;
    }

    @Override
    protected void see(final int at, final float[] out, final int outAt) {
        for (int i = 0; i < observations(); i++) {
            out[outAt + i] = (float) state[at + i];
        }
    }

    @Override
    protected void outline(final int at, final Sketch to) {
        final double place = state[at];
        to.capsule(place - CART_M, 0, place + CART_M, 0, CART_M / 2);
        to.capsule(
                place,
                0,
                place + 2 * HALF_POLE_M * Trig.sin(state[at + 1]),
                2 * HALF_POLE_M * Trig.cos(state[at + 1]),
                CART_M / 6);
    }
}
