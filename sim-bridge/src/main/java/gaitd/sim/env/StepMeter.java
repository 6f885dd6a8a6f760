package gaitd.sim.env;

import gaitd.maths.Trig;
import gaitd.sim.measure.PhysicsSums;
import gaitd.sim.measure.WalkSample;
import java.util.Arrays;

/**
 * Sums the {@link StepQuantity}s of one robot over a policy step, from the samples and sums that the meter of its walk is fed with.
 * Allocates nothing after construction.
 */
public final class StepMeter {
    private final double[] sum = new double[StepQuantity.COUNT];
    private final double tickShare;
    private double startX;
    private double startY;
    private double startCos = 1;
    private double startSin;
    private double fromTimeS;
    private double fromWorkJ;
    private double fromTorqueSquare;
    private double fromSlipM;

    /**
     * A meter of a robot that was placed at the origin.
     *
     * @param tickShare what each tick of a policy step counts, 0 to 1
     */
    public StepMeter(final double tickShare) {
        this.tickShare = tickShare;
    }

    void beginEpisode(final EpisodeStart start) {
        startX = start.xM;
        startY = start.yM;
        startCos = Trig.cos(start.headingRad);
        startSin = Trig.sin(start.headingRad);
    }

    /**
     * At the beginning of a policy step.
     *
     * @param sums of the robot's physics, not modified
     */
    public void beginStep(final PhysicsSums sums) {
        Arrays.fill(sum, 0);
        fromTimeS = sums.timeS;
        fromWorkJ = sums.workJ;
        fromTorqueSquare = sums.torqueSquareN2M2S;
        fromSlipM = sums.slipM;
    }

    /**
     * After each control tick.
     *
     * @param sample how the robot moves, not modified
     */
    public void tick(final WalkSample sample) {
        add(StepQuantity.FORWARD_VELOCITY, sample.forwardMS);
        add(StepQuantity.LEFT_VELOCITY, sample.leftMS);
        add(StepQuantity.VERTICAL_VELOCITY_SQUARE, sample.upwardMS * sample.upwardMS);
        add(
                StepQuantity.ROLL_PITCH_RATE_SQUARE,
                sample.rollRadS * sample.rollRadS + sample.pitchRadS * sample.pitchRadS);
        add(StepQuantity.YAW_RATE, sample.yawRadS);
    }

    /**
     * At the end of a policy step.
     *
     * @param sample how the robot moves, not modified
     * @param sums of the robot's physics, not modified
     * @param out a row of {@link StepQuantity#COUNT} numbers, written
     * @param at where it begins
     */
    public void endStep(final WalkSample sample, final PhysicsSums sums, final double[] out, final int at) {
        final double stepS = sums.timeS - fromTimeS;
        put(StepQuantity.TILT, sample.tiltRad());
        put(StepQuantity.POWER, (sums.workJ - fromWorkJ) / stepS);
        put(StepQuantity.TORQUE_SQUARE, (sums.torqueSquareN2M2S - fromTorqueSquare) / stepS);
        put(StepQuantity.SLIP, sums.slipM - fromSlipM);
        put(StepQuantity.DISTANCE, startCos * (sample.xM - startX) + startSin * (sample.yM - startY));
        put(StepQuantity.HEIGHT, sample.heightM);
        System.arraycopy(sample.soleM, 0, sum, StepQuantity.SOLE_FRONT_RIGHT.ordinal(), sample.soleM.length);
        System.arraycopy(sum, 0, out, at, StepQuantity.COUNT);
    }

    private void add(final StepQuantity term, final double value) {
        sum[term.ordinal()] += tickShare * value;
    }

    private void put(final StepQuantity term, final double value) {
        sum[term.ordinal()] = value;
    }
}
