package gaitd.bench.switches;

import gaitd.hal.A1;
import gaitd.policies.learn.RandomStream;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.report.PolicyText;
import gaitd.robot.world.World;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameWriter;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.env.WalkStart;
import gaitd.sim.measure.FallRule;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import java.util.List;

/** A walk at one velocity in which policies are switched on, off and over at times that chance decides. */
final class SwitchTrial {
    private static final Fault[] FAULTS = Fault.values();
    /** Ticks until a robot that was placed is commanded, not damped. */
    private static final int FIRST_TICKS = 5;

    private static final double SHORTEST_S = 0.6;
    private static final double LONGEST_S = 3;

    private final PolicyFiles.Walk walk;
    private final double[] asked;
    private final long seed;
    private final RandomStream random;
    private final SimulatedA1 robot;
    private final ControlLoop loop;
    private final TickRing.Reader frames;
    private final TruthSampler sampler = new TruthSampler(Terrain.FLAT);
    private final WalkSample sample = new WalkSample();
    private final FallRule falls = new FallRule();
    private final double[] last = new double[A1.JOINTS];
    private final TickTiming timing;
    private OperatorRequest due = OperatorRequest.NONE;
    private boolean on;
    private long nowNs;

    /**
     * A robot on its feet, with the first policy chosen.
     *
     * @param walk settings and policies
     * @param asked velocity asked for: forward and to the left, m/s, turning to the left, rad/s
     * @param seed decides noise, the robot where it is varied, and the switches
     */
    SwitchTrial(final PolicyFiles.Walk walk, final double[] asked, final long seed) {
        this.walk = walk;
        this.asked = asked.clone();
        this.seed = seed;
        random = new RandomStream(seed);
        robot = new World(Terrain.FLAT, seed, null).robot(walk.config());
        final List<PolicyFit> fits = walk.policies();
        final ControlStages stages = new ControlStages(
                walk.config(), fits.stream().map(PolicyFit::create).toArray(WalkingPolicy[]::new), () -> 0);
        final TickRing ring = new TickRing();
        frames = ring.newReader();
        loop = new ControlLoop(
                stages,
                new LockstepPort(robot, walk.config().periodNs()),
                (now, walking, out) -> request(out),
                new FrameWriter(ring));
        WalkStart.onFeet(robot, stages, walk.config());
        falls.begin(true);
        timing = new TickTiming(() -> nowNs);
        on = true;
    }

    private OperatorRequest request(final OperatorCommand out) {
        out.gait = null;
        out.vx = asked[0];
        out.vy = asked[1];
        out.yawRate = asked[2];
        final OperatorRequest request = due;
        due = OperatorRequest.NONE;
        return request;
    }

    /** Walks to the end, the first fault or the first fall. */
    SwitchOutcome run(final double seconds) {
        try (robot) {
            final double periodS = walk.config().periodNs() * 1e-9;
            double nextS = pause();
            double stepRad = 0;
            double onTiltRad = 0;
            double offTiltRad = 0;
            int switches = 0;
            double sum = 0;
            long ticks = 0;
            Fault fault = Fault.NONE;
            PolicyFault policyFault = PolicyFault.NONE;
            while (ticks * periodS < seconds && falls.falls() == 0 && fault == Fault.NONE) {
                if (ticks * periodS >= nextS) {
                    nextS += pause();
                    due = next();
                    switches++;
                }
                final TickFrame frame = tick();
                stepRad = Math.max(stepRad, step(frame, ticks > FIRST_TICKS));
                fault = FAULTS[(int) frame.get(TickField.FAULT)];
                policyFault = policyFault == PolicyFault.NONE ? PolicyText.fault(frame) : policyFault;
                onTiltRad = on ? Math.max(onTiltRad, sample.tiltRad()) : onTiltRad;
                offTiltRad = on ? offTiltRad : Math.max(offTiltRad, sample.tiltRad());
                sum += sample.forwardMS;
                ticks++;
            }
            return new SwitchOutcome(
                    seed,
                    switches,
                    ticks * periodS,
                    falls.falls() > 0,
                    fault,
                    policyFault,
                    stepRad,
                    onTiltRad,
                    offTiltRad,
                    sum / ticks);
        }
    }

    private double pause() {
        return SHORTEST_S + (LONGEST_S - SHORTEST_S) * random.nextDouble();
    }

    /** Off and on again, or on to the next where there are several. */
    private OperatorRequest next() {
        if (on && walk.policies().size() > 1 && random.nextDouble() < 0.5) {
            return OperatorRequest.POLICY_NEXT;
        }
        on = !on;
        return on ? OperatorRequest.POLICY_ON : OperatorRequest.POLICY_OFF;
    }

    private TickFrame tick() {
        timing.scheduledNs = nowNs;
        timing.startedNs = nowNs;
        loop.tick(timing);
        timing.tick++;
        nowNs += walk.config().periodNs();
        sampler.read(robot.truth(), robot.sums(), sample);
        falls.update(sample, true);
        return frames.poll();
    }

    private double step(final TickFrame frame, final boolean counts) {
        double most = 0;
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final double q = frame.real(TickField.Q_COMMAND, joint);
            most = counts ? Math.max(most, Math.abs(q - last[joint])) : 0;
            last[joint] = q;
        }
        return most;
    }
}
