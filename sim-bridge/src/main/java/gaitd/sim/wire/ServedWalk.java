package gaitd.sim.wire;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.sim.engine.SimState;
import gaitd.sim.measure.CarryingCommand;
import gaitd.sim.measure.PhysicsSums;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkFigures;
import gaitd.sim.measure.WalkMeter;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;

/**
 * The walk of a robot whose controller is known by its commands on the wire only. It counts as walking while it is to carry itself
 * and steps: a foot was off the ground within the last {@link #STEP_S}. Its commanded velocity is not known. Fed by one
 * thread. Allocates nothing but the figures.
 */
public final class ServedWalk {
    /** A robot whose feet have all been on the ground for this long stands, s. */
    public static final double STEP_S = 0.2;

    private final SimulatedA1 robot;
    private final TruthSampler sampler;
    private final WalkMeter meter;
    private final CarryingCommand judge = new CarryingCommand();
    private final WalkSample sample = new WalkSample();
    private boolean carrying;
    private double stillS;

    /**
     * Measures from the robot's placing on.
     *
     * @param robot the robot, not moved by this
     * @param terrain the ground that it is on
     * @param massKg its mass with its load, kg
     */
    public ServedWalk(final SimulatedA1 robot, final Terrain terrain, final double massKg) {
        this.robot = robot;
        sampler = new TruthSampler(terrain);
        meter = new WalkMeter(robot.timeStepS(), massKg);
    }

    /** The robot was placed anew. */
    void placed() {
        sampler.begin();
        carrying = false;
        stillS = 0;
    }

    /** Takes a command that holds until the next. */
    void command(final JointCommands commands) {
        carrying = judge.carries(commands);
    }

    /** Takes a physics step. */
    void step() {
        sampler.read(robot.truth(), robot.sums(), sample);
        stillS = aFootIsUp(robot.truth()) ? 0 : stillS + robot.timeStepS();
        final boolean carries = carrying && robot.isCommanded();
        if (carries && stillS < STEP_S) {
            meter.walk(sample, Double.NaN, Double.NaN, Double.NaN);
        } else {
            meter.rest(sample, carries);
        }
    }

    private static boolean aFootIsUp(final SimState state) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            if (!(state.footForce[3 * leg + 2] > PhysicsSums.CARRIES_N)) {
                return true;
            }
        }
        return false;
    }

    /** Everything so far. */
    WalkFigures figures() {
        return meter.figures();
    }
}
