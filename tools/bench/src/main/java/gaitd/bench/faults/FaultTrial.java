package gaitd.bench.faults;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.robot.world.World;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.OperatorGate;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameWriter;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.fault.FaultGrammar;
import gaitd.sim.fault.FaultInjector;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import java.util.List;

/** One run of the campaign in lock-step: a robot is brought to its activity, then something breaks. */
final class FaultTrial {
    private static final Mode[] MODES = Mode.values();
    private static final double BEGIN_MAX_S = 15;
    /** How long a robot is watched after it was damped, s. */
    private static final double SETTLED_S = 1.5;
    /** How long a robot is watched after it fell, s. */
    private static final double FALLEN_S = 3;
    /** When a robot that goes on is pushed, as a share of the time that it is watched. */
    private static final double PUSHED_AT = 0.5;
    /** A push that a robot that works withstands, m/s. */
    private static final double PUSH_M_S = 0.3;
    /** A push that throws any robot over, m/s. */
    private static final double THROW_M_S = 4;

    private final TrialCase trial;
    private final double watchS;
    private final double periodS;
    private final SimulatedA1 robot;
    private final TruthSampler sampler = new TruthSampler(Terrain.FLAT);
    private final TappedPort port;
    private final CommandJudge judge;
    private final Sensed seen = new Sensed();
    private final ControlLoop loop;
    private final TickRing.Reader frames;
    private final TrialOperator operator;
    private final TruthWatch truth;
    private final Detection detection;
    private final WalkSample sample = new WalkSample();
    private final TickTiming timing;
    private final long periodNs;
    private long nowNs;
    private double faultS = Double.POSITIVE_INFINITY;
    private double endS = BEGIN_MAX_S;
    private boolean pushed;
    private boolean broken;
    private long digest;

    /**
     * A run that has not begun.
     *
     * @param trial the run
     * @param config all settings
     * @param guardsOff guards that never trip, as the bits of {@link gaitd.runtime.fault.Fault#bit()}
     * @param fits the policy to walk by; empty for none
     * @param watchS how long to watch after the fault, s
     */
    FaultTrial(
            final TrialCase trial,
            final Config config,
            final long guardsOff,
            final List<PolicyFit> fits,
            final double watchS) {
        this.trial = trial;
        this.watchS = watchS;
        periodNs = config.periodNs();
        periodS = periodNs * 1e-9;
        robot = new World(Terrain.FLAT, trial.seed(), null).robot(config);
        robot.faults(new FaultInjector(FaultPlan.NONE, trial.seed()));
        port = new TappedPort(new LockstepPort(robot, periodNs));
        judge = new CommandJudge(config);
        final CommandRing ring = new CommandRing();
        final TickRing published = new TickRing();
        frames = published.newReader();
        final WalkingPolicy[] policies = fits.stream().map(PolicyFit::create).toArray(WalkingPolicy[]::new);
        final ControlStages stages = new ControlStages(config, guardsOff, policies, () -> 0);
        loop = new ControlLoop(stages, port, new OperatorGate(config, ring), new FrameWriter(published));
        operator = new TrialOperator(ring, () -> nowNs, trial.activity(), config);
        truth = new TruthWatch(periodS);
        detection = new Detection(periodS);
        timing = new TickTiming(() -> nowNs);
    }

    /** Runs to the end; null when the robot did not get to its activity. */
    TrialOutcome run() {
        try (robot) {
            Mode mode = Mode.PASSIVE;
            double sinceS = 0;
            while (robot.timeS() < endS) {
                mode = tick();
                pushWhenDue();
                final boolean watched = robot.timeS() > faultS;
                truth.update(robot.truth(), sample, mode, port.drives(), watched);
                final boolean settled = watched && (mode == Mode.FAULT || mode == Mode.PASSIVE);
                sinceS = settled || truth.fell() ? sinceS + periodS : 0;
                if (sinceS > (settled ? SETTLED_S : FALLEN_S)) {
                    break;
                }
            }
            return Double.isInfinite(faultS) ? null : outcome(mode);
        }
    }

    private void pushWhenDue() {
        if (!pushed && robot.timeS() > faultS + PUSHED_AT * watchS) {
            pushed = true;
            push(PUSH_M_S);
        }
    }

    private void push(final double speedMS) {
        final double angleRad = 2 * Math.PI * trial.share();
        robot.push(new double[] {speedMS * StrictMath.cos(angleRad), speedMS * StrictMath.sin(angleRad), 0});
    }

    /** Whether a robot that goes on with its fault is driven on after it was thrown over. */
    private boolean isBlind() {
        push(THROW_M_S);
        final TruthWatch after = new TruthWatch(periodS);
        for (double s = 0; s < FALLEN_S; s += periodS) {
            final Mode mode = tick();
            after.update(robot.truth(), sample, mode, port.drives(), true);
        }
        return after.wasDrivenLying();
    }

    private Mode tick() {
        timing.scheduledNs = nowNs;
        timing.startedNs = nowNs;
        loop.tick(timing);
        timing.tick++;
        nowNs += periodNs;
        final TickFrame frame = frames.poll();
        final Mode mode = MODES[(int) frame.get(TickField.MODE)];
        judge(frame);
        sampler.read(robot.truth(), robot.sums(), sample);
        detection.update(frame, robot.timeS() - faultS);
        operator.update(mode, frame.get(TickField.STATES_ACCEPTED) > 0);
        if (operator.hasBegun() && Double.isInfinite(faultS)) {
            faultS = robot.timeS() + trial.delayS();
            endS = faultS + watchS;
            if (!trial.fault().isEmpty() && trial.operatorFault() == null) {
                robot.faults().add(FaultGrammar.parse(trial.fault(), faultS, Double.POSITIVE_INFINITY));
            }
        }
        if (!broken && trial.operatorFault() != null && robot.timeS() >= faultS) {
            broken = true;
            operator.fail(trial.operatorFault());
        }
        return mode;
    }

    /** Judges the last command by the reading that it was made for. */
    private void judge(final TickFrame frame) {
        seen.sequence = frame.get(TickField.STATES_ACCEPTED);
        for (int j = 0; j < A1.JOINTS; j++) {
            seen.q[j] = frame.real(TickField.Q, j);
            seen.dq[j] = frame.real(TickField.DQ, j);
        }
        judge.judge(port.commands(), seen);
    }

    /** Depends on every command that was sent until the end. */
    long digest() {
        return digest;
    }

    private TrialOutcome outcome(final Mode mode) {
        final String pose = TruthWatch.pose(sample);
        final String well = Harmless.why(trial.activity(), mode, truth, judge);
        final boolean goesOn = !well.isEmpty() && detection.fault().isEmpty();
        digest = port.digest();
        return new TrialOutcome(
                trial.cell(),
                trial.fault(),
                trial.activity().key,
                trial.seed(),
                detection.fault(),
                detection.faultMs(),
                detection.reaction(),
                detection.reactionMs(),
                mode.name(),
                pose,
                truth.torqueNm(),
                truth.pastRad(),
                truth.fell(),
                truth.fell(),
                truth.wasDrivenLying(),
                goesOn && mode != Mode.PASSIVE && isBlind(),
                judge.beyond(),
                judge.first(),
                goesOn ? well : "");
    }
}
