package gaitd.sim.identify;

import gaitd.hal.A1;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.sim.engine.RobotModel;

/**
 * Finds out what changed about a robot from the frames of its walk, one after the other.
 *
 * <p>Equations of motion without the ground's forces ({@link Balance}) are summed over windows, weighted by what they leave open, and
 * solved every second for {@link Unknowns}; what is believed then is what the next second is linearised at. Equations of the first
 * seconds serve that alone. Frames out of a walk, after a gap or after a tick that was missed begin new windows and keep what was learned. Deterministic;
 * {@link #bytes} of memory, whatever the length of the walk. {@link #add} allocates nothing. Not thread-safe.
 */
public final class Identifier {
    private static final int TRUNK_TICKS = 128;
    private static final int LEG_TICKS = 48;
    private static final int SOLVE_TICKS = 500;
    private static final int TRIAL_TICKS = 4 * SOLVE_TICKS;
    private static final int SAMPLES = 3;
    private static final double[] FIRST_DEVIATION = {15, 15, 20, 3, 4, 2, 0.7, 0.7, 0.7, 0.05, 0.05, 0.05};
    private static final int LEG_KIND = Balance.TRUNK_ROWS;
    private static final int PAIR_KIND = LEG_KIND + A1.JOINTS_PER_LEG;
    private static final int[] PAIR_BITS = {0b1001, 0b0110};
    private static final int WALK = Mode.WALK.ordinal();

    private final double periodS;
    private final MotionRows rows = new MotionRows(RobotModel.a1());
    private final NormalEquations equations = new NormalEquations();
    private final Weights weights = new Weights(FIRST_DEVIATION);
    private final Windows trunk = new Windows(0, Balance.TRUNK_ROWS, TRUNK_TICKS);
    private final Windows[] legs = new Windows[A1.LEGS];
    private final Windows[] pairs = new Windows[PAIR_BITS.length];
    private final double[] believed = new double[Unknowns.COUNT];
    private final Motion motion = new Motion();
    private final TickSample[] samples = new TickSample[SAMPLES];
    private final CommandLag lag = new CommandLag();
    private long lastTick = -2;
    private long lastMissed;
    private long inARow;
    private long ticks;

    /**
     * An identifier that knows the nominal robot only.
     *
     * @param periodS control period, s
     */
    public Identifier(final double periodS) {
        this.periodS = periodS;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            legs[leg] = new Windows(Balance.TRUNK_ROWS + A1.JOINTS_PER_LEG * leg, A1.JOINTS_PER_LEG, LEG_TICKS);
        }
        for (int pair = 0; pair < pairs.length; pair++) {
            pairs[pair] = new Windows(MotionRows.PAIRS + 3 * pair, 3, LEG_TICKS);
        }
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = new TickSample();
        }
        Unknowns.believe(believed, new double[Unknowns.COUNT]);
    }

    /**
     * Takes the next frame.
     *
     * @param frame as control published it
     */
    public void add(final TickFrame frame) {
        final long tick = frame.get(TickField.TICK);
        final long missed = frame.get(TickField.MISSED_TICKS);
        final boolean walks = frame.get(TickField.MODE) == WALK;
        if (!walks || tick != lastTick + 1 || missed != lastMissed) {
            begin();
        }
        lastTick = tick;
        lastMissed = missed;
        if (!walks) {
            return;
        }
        lag.add(frame);
        final TickSample after = samples[(int) (inARow % SAMPLES)];
        after.read(frame);
        inARow++;
        if (inARow < SAMPLES) {
            return;
        }
        final TickSample before = samples[(int) (inARow % SAMPLES)];
        final TickSample now = samples[(int) ((inARow + 1) % SAMPLES)];
        motion.update(before, now, after, periodS);
        rows.update(motion, believed);
        gather();
        ticks++;
        if (ticks % SOLVE_TICKS == 0) {
            equations.solve(-1, believed);
            if (ticks == TRIAL_TICKS) {
                equations.clear();
            }
        }
    }

    private void begin() {
        inARow = 0;
        lag.begin();
        trunk.restart();
        for (final Windows leg : legs) {
            leg.restart();
        }
        for (final Windows pair : pairs) {
            pair.restart();
        }
    }

    private void gather() {
        gather(trunk, true, 0);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            gather(legs[leg], (motion.swingBits >> leg & 1) != 0, LEG_KIND);
        }
        for (int pair = 0; pair < pairs.length; pair++) {
            gather(pairs[pair], (motion.stanceBits & PAIR_BITS[pair]) == PAIR_BITS[pair], PAIR_KIND);
        }
    }

    private void gather(final Windows windows, final boolean holds, final int kind) {
        if (!holds) {
            windows.restart();
            return;
        }
        for (final Window window : windows.both) {
            if (window.add(rows)) {
                take(window, windows.rows, kind);
            }
        }
    }

    private void take(final Window window, final int count, final int firstKind) {
        final int part = (int) (ticks / SOLVE_TICKS % NormalEquations.PARTS);
        for (int i = 0; i < count; i++) {
            final int at = i * MotionRows.WIDTH;
            double left = window.row[at + Unknowns.COUNT];
            for (int k = 0; k < Unknowns.COUNT; k++) {
                left -= window.row[at + k] * believed[k];
            }
            final double weight = weights.take(firstKind + i, left, window.row[at + MotionRows.DOUBT]);
            equations.add(part, weight, window.row, at);
        }
    }

    /**
     * What was found so far, of use after some 20 s of walking. Allocates.
     *
     * @return estimates with their intervals
     */
    public Identified finding() {
        final double[] all = new double[Unknowns.COUNT];
        final double[] variance = new double[Unknowns.COUNT];
        equations.solve(-1, all);
        equations.variance(variance);
        final double[][] without = new double[NormalEquations.PARTS][Unknowns.COUNT];
        for (int part = 0; part < NormalEquations.PARTS; part++) {
            equations.solve(part, without[part]);
        }
        return new Identified(
                ticks * periodS, new Estimates(all, variance, without).list(lag.ticks() * periodS, periodS));
    }

    /**
     * Memory of all arrays.
     *
     * @return bytes
     */
    public long bytes() {
        long sum =
                NormalEquations.bytes() + 8L * MotionRows.WIDTH * MotionRows.COUNT + CommandLag.bytes() + trunk.bytes();
        for (final Windows leg : legs) {
            sum += leg.bytes();
        }
        for (final Windows pair : pairs) {
            sum += pair.bytes();
        }
        return sum;
    }
}
