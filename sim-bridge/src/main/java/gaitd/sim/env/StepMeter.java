package gaitd.sim.env;

import gaitd.sim.measure.PhysicsSums;
import gaitd.sim.measure.WalkSample;
import java.util.Arrays;

/**
 * Sums the {@link Term}s of one robot over a policy step, from the samples and sums that the meter of its walk is fed with.
 * Allocates nothing after construction.
 */
final class StepMeter {
    private final double[] sum = new double[Term.COUNT];
    private final double tickShare;
    private double startX;
    private double startY;
    private double startCos = 1;
    private double startSin;
    private double fromTimeS;
    private double fromWorkJ;
    private double fromTorqueSquare;
    private double fromSlipM;

    /** A policy step's ticks count {@code tickShare} each. */
    StepMeter(final double tickShare) {
        this.tickShare = tickShare;
    }

    void beginEpisode(final EpisodeStart start) {
        startX = start.xM;
        startY = start.yM;
        startCos = Math.cos(start.headingRad);
        startSin = Math.sin(start.headingRad);
    }

    void beginStep(final PhysicsSums sums) {
        Arrays.fill(sum, 0);
        fromTimeS = sums.timeS;
        fromWorkJ = sums.workJ;
        fromTorqueSquare = sums.torqueSquareN2M2S;
        fromSlipM = sums.slipM;
    }

    /** After each control tick. */
    void tick(final WalkSample sample) {
        add(Term.FORWARD_VELOCITY, sample.forwardMS);
        add(Term.LEFT_VELOCITY, sample.leftMS);
        add(Term.VERTICAL_VELOCITY_SQUARE, sample.upwardMS * sample.upwardMS);
        add(Term.ROLL_PITCH_RATE_SQUARE, sample.rollRadS * sample.rollRadS + sample.pitchRadS * sample.pitchRadS);
        add(Term.YAW_RATE, sample.yawRadS);
    }

    /** At the end of a policy step: writes a row. */
    void endStep(final WalkSample sample, final PhysicsSums sums, final double[] out, final int at) {
        final double stepS = sums.timeS - fromTimeS;
        put(Term.TILT, sample.tiltRad());
        put(Term.POWER, (sums.workJ - fromWorkJ) / stepS);
        put(Term.TORQUE_SQUARE, (sums.torqueSquareN2M2S - fromTorqueSquare) / stepS);
        put(Term.SLIP, sums.slipM - fromSlipM);
        put(Term.DISTANCE, startCos * (sample.xM - startX) + startSin * (sample.yM - startY));
        System.arraycopy(sum, 0, out, at, Term.COUNT);
    }

    private void add(final Term term, final double value) {
        sum[term.ordinal()] += tickShare * value;
    }

    private void put(final Term term, final double value) {
        sum[term.ordinal()] = value;
    }
}
