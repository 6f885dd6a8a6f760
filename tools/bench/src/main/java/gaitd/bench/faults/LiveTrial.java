package gaitd.bench.faults;

import gaitd.hal.A1;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.shared.SharedClient;
import gaitd.runtime.shared.SharedFollower;
import gaitd.sim.fault.FaultInjector;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.wire.ServedWalk;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * One run of the campaign at real time: a simulated robot on a UDP port, a control process and a companion, each by itself, and an operator
 * who commands through the shared folder. What is measured depends on the machine, unlike in {@link FaultTrial}.
 */
final class LiveTrial implements AutoCloseable {
    /** As for a simulated robot in the same program: a busy machine stalls both. */
    private static final String SETTINGS = """
            loop.missed_ticks_max = 250
            safety.stale_ms = 400
            safety.state_lag_max_ms = 300
            sim.command_timeout_ms = 400
            command.age_max_ms = 2000
            command.operator_timeout_ms = 1000
            """;

    private static final Mode[] MODES = Mode.values();
    private static final double BEGIN_MAX_S = 30;
    private static final double TRUTH_PERIOD_S = 0.01;
    /** How long a process fault lasts that ends by itself, s. */
    private static final double PAUSE_S = 1;
    /** A control process that gives no frames for so long does not drive the robot, which damps then, s. */
    private static final double SILENT_S = 0.5;

    private final TrialCase trial;
    private final double watchS;
    private final SimServer server;
    private final LiveProcesses live;
    private final SharedFollower follower;
    private final TrialOperator operator;
    private final FrameJudge judge;
    private final Detection detection;
    private final TruthSampler sampler = new TruthSampler(Terrain.FLAT);
    private final WalkSample sample = new WalkSample();
    private final TruthWatch truth = new TruthWatch(TRUTH_PERIOD_S);
    private final double periodS;
    private final long startNs = System.nanoTime();
    private Mode mode = Mode.PASSIVE;
    private boolean drives;
    private double frameS;
    private double truthS;
    private double faultS = Double.POSITIVE_INFINITY;
    private boolean happened;
    private boolean over;

    /**
     * Starts everything.
     *
     * @param trial the run
     * @param watchS how long to watch after the fault, s
     */
    LiveTrial(final TrialCase trial, final double watchS) throws IOException, InterruptedException {
        this.trial = trial;
        this.watchS = watchS;
        final Config config =
                new Config.Builder().toml(SETTINGS, "bench faults").conclude();
        periodS = config.periodNs() * 1e-9;
        final World world = new World(Terrain.FLAT, trial.seed(), null);
        final SimulatedA1 robot = world.robot(config);
        robot.faults(new FaultInjector(FaultPlan.NONE, trial.seed()));
        server = new SimServer(
                robot,
                new ServedWalk(robot, world.terrain(), world.massKg(config)),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.start();
        try {
            live = new LiveProcesses("udp://127.0.0.1:" + server.address().getPort(), SETTINGS);
        } catch (final IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
        follower = new SharedFollower(live.shared(), System::nanoTime);
        operator = new TrialOperator(SharedClient.commands(live.shared()), System::nanoTime, trial.activity(), config);
        judge = new FrameJudge(config);
        detection = new Detection(periodS);
    }

    /** Runs to the end; null when the robot did not get to its activity. */
    TrialOutcome run() throws IOException, InterruptedException {
        while (nowS() < (happened ? faultS + watchS : BEGIN_MAX_S)) {
            TickFrame frame = follower.poll();
            while (frame != null) {
                take(frame);
                frame = follower.poll();
            }
            if (nowS() >= faultS) {
                fail();
            }
            server.observe(this::watch);
            Thread.sleep(1);
        }
        return happened ? outcome() : null;
    }

    private double nowS() {
        return (System.nanoTime() - startNs) * 1e-9;
    }

    private void take(final TickFrame frame) {
        frameS = (frame.get(TickField.SCHEDULED_NS) + frame.get(TickField.WAKEUP_LATENESS_NS) - startNs) * 1e-9;
        mode = MODES[(int) frame.get(TickField.MODE)];
        drives = false;
        for (int j = 0; j < A1.JOINTS; j++) {
            drives |= frame.real(TickField.KP_COMMAND, j) > 0 || frame.real(TickField.TAU_COMMAND, j) != 0;
        }
        judge.judge(frame, follower.lostFrames());
        if (happened) {
            detection.update(frame, frameS - faultS + periodS);
        }
        operator.update(mode, frame.get(TickField.STATES_ACCEPTED) > 0);
        if (operator.hasBegun() && Double.isInfinite(faultS)) {
            faultS = nowS() + trial.delayS();
        }
    }

    private void fail() throws IOException, InterruptedException {
        final ProcessFault process = ProcessFault.of(trial.fault());
        if (!happened) {
            happened = true;
            faultS = nowS();
            if (process != null) {
                process.happen(live);
            } else if (trial.operatorFault() != null) {
                operator.fail(trial.operatorFault());
            } else if (!trial.fault().equals(LiveCases.NONE)) {
                server.control("fault on " + trial.fault(), 0);
            }
        } else if (!over && process != null && nowS() > faultS + PAUSE_S) {
            over = true;
            process.pass(live);
        }
    }

    private void watch(final SimulatedA1 robot) {
        if (robot.timeS() < truthS) {
            return;
        }
        truthS = robot.timeS() + TRUTH_PERIOD_S;
        sampler.read(robot.truth(), robot.sums(), sample);
        final boolean silent = nowS() > frameS + SILENT_S;
        truth.update(robot.truth(), sample, silent ? Mode.FAULT : mode, drives && !silent, happened);
    }

    private TrialOutcome outcome() {
        final boolean gone = !live.control().isAlive();
        final String noticed = detection.fault().isEmpty() && gone ? "PROCESS_GONE" : detection.fault();
        final String sat = gone && mode == Mode.PASSIVE ? "SIT_DOWN" : "";
        return new TrialOutcome(
                trial.cell(),
                trial.fault(),
                trial.activity().key,
                trial.seed(),
                noticed,
                detection.fault().isEmpty() && gone ? 1e3 * (frameS - faultS) : detection.faultMs(),
                detection.reaction().isEmpty() ? sat : detection.reaction(),
                detection.reactionMs(),
                mode.name(),
                TruthWatch.pose(sample),
                truth.torqueNm(),
                truth.pastRad(),
                truth.fell(),
                truth.fell(),
                truth.wasDrivenLying(),
                false,
                judge.commands().beyond(),
                judge.commands().first(),
                noticed.isEmpty() ? Harmless.why(trial.activity(), mode, truth, judge.commands()) : "");
    }

    @Override
    public void close() {
        live.close();
        server.close();
    }
}
