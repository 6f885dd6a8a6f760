package gaitd.robot.run;

import gaitd.policies.bundle.Bundle;
import gaitd.robot.adapt.AdaptOptions;
import gaitd.robot.adapt.AdaptRun;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.HungOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.LocalPortOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.film.FilmOption;
import gaitd.robot.host.RobotAddress;
import gaitd.robot.host.RobotLink;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.policy.PolicyShow;
import gaitd.robot.policy.TrainedPolicies;
import gaitd.robot.record.FrameLog;
import gaitd.robot.record.LearnerTap;
import gaitd.robot.record.LogFacts;
import gaitd.robot.record.RecordOptions;
import gaitd.robot.record.RecordPlan;
import gaitd.robot.record.RecordThread;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.terminal.PlainMonitor;
import gaitd.robot.terminal.Screen;
import gaitd.robot.trial.TrialGate;
import gaitd.robot.view.GroundPatch;
import gaitd.robot.view.PageOptions;
import gaitd.robot.warmup.WarmUp;
import gaitd.robot.world.SimulatedLink;
import gaitd.robot.world.TruthSource;
import gaitd.robot.world.VariationText;
import gaitd.robot.world.World;
import gaitd.robot.world.WorldOptions;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.terrain.Terrain;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stands the robot up, walks it, sits it down. */
@Command(
        name = "run",
        description = "Stands the robot up, walks it and sits it down; a simulated one unless --robot is given.",
        footer = {
            "",
            "Example: gaitd run --seconds 20 --vx 0.4",
            "Keys: x stops at once; arrows steer, space sits and stands, p changes the policy, c clears a fault,"
                    + " q sits down and quits. Ctrl-C sits down, Ctrl-C again stops at once."
        })
public final class RunCommand implements Callable<Integer> {
    private static final Path NO_POLICY = Path.of("none");
    private static final double SECONDS_MAX = 1e6;
    private static final int PORT_MAX = 65_535;
    private static final double LOCKSTEP_LINE_S = 10;

    @Mixin
    HelpOption help;

    @Mixin
    private WorldOptions worldOptions;

    @Mixin
    private WalkOptions walkOptions;

    @Mixin
    private final SecondsOption seconds = new SecondsOption("until quit in a terminal, else 20");

    @Mixin
    private HungOption hung;

    @Mixin
    private LocalPortOption localPort;

    @Mixin
    private TrialGate trials;

    @Mixin
    private AdaptOptions adapt;

    @Mixin
    private RecordOptions record;

    @Mixin
    private JsonOption json;

    @Mixin
    private FilmOption video;

    @Mixin
    private PageOptions page;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Option(names = "--rate", paramLabel = "HZ", description = "control rate, 100 to 1000 (default 500)")
    private Double rate;

    @Option(
            names = "--robot",
            paramLabel = RobotAddress.SHAPE,
            description =
                    "a robot in low-level mode, or the file of a robot on its motors' RS-485 buses, or gaitd sim; a simulated one if"
                            + " not given")
    private String robot;

    @Option(
            names = "--hold",
            description =
                    "walk on without a person acting, as a simulated robot always does; else a real one slows down and stands"
                            + " after operator.person_gone_s without a key")
    private boolean hold;

    @Option(names = "--lockstep", description = "controller and simulator in one thread, not waiting, repeatable")
    private boolean lockstep;

    @Option(names = "--strict-rt", description = "end before the first tick if the system refuses a setting rt.*")
    private boolean strict;

    @Option(names = "--no-view", description = "no live page")
    private boolean noView;

    @Option(
            names = "--view-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "port of the live page (default any free one)")
    private int viewPort;

    @Option(
            names = "--policy",
            paramLabel = "BUNDLE",
            description =
                    "a policy on the gait or in its place: a folder, a zip or the name of a trained one; given again, key p changes"
                            + " between them and none; 'none' for the bare gait (default in simulation: a1-stage1-ep-ltc)")
    private List<Path> policies = List.of();

    @Option(names = "--require-key", paramLabel = "FILE.pub", description = "accept only policies signed by this key")
    private Path requiredKey;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public RunCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        json.check();
        video.check();
        Inputs.inRange("--view-port", viewPort, 0, PORT_MAX, "(0 takes a free one)");
        if (noView || lockstep) {
            refuseTogether(noView ? "--no-view" : "--lockstep", page.given());
        }
        if (requiredKey != null && policies.isEmpty()) {
            throw new ConfigException("--require-key is about policies: give --policy BUNDLE with it");
        }
        if (localPort.given() != null && robot == null) {
            throw new ConfigException(localPort.given() + " is about a robot on a wire: give --robot with it");
        }
        final Config.Builder builder = adapt.apply(hung.apply(worldOptions.config()));
        if (rate != null) {
            builder.set(Setting.RATE_HZ, rate, "--rate");
        }
        final boolean simulated = !lockstep && robot == null;
        final Config given = builder.conclude();
        final PolicyFiles.Walk walk = walk(simulated ? SimulationLimits.of(builder, given) : given);
        tell(walk.policies());
        return lockstep ? lockstep(walk) : simulated ? simulated(walk) : real(walk);
    }

    /** A real robot gets a policy only if one is named. */
    private PolicyFiles.Walk walk(final Config config) {
        if (policies.isEmpty() && robot == null) {
            try {
                return PolicyFiles.walk(List.of(TrainedPolicies.BEST), null, config);
            } catch (final ConfigException e) {
                out().println("walks without a policy: " + e.getMessage());
            }
        }
        if (policies.contains(NO_POLICY) && policies.size() > 1) {
            throw new ConfigException("--policy none contradicts another --policy: leave one of them out");
        }
        return PolicyFiles.walk(policies.contains(NO_POLICY) ? List.of() : policies, requiredKey, config);
    }

    private int lockstep(final PolicyFiles.Walk walk) {
        final Config config = walk.config();
        refuseTogether("--lockstep", robot == null ? null : "--robot");
        refuseTogether("--lockstep", strict ? "--strict-rt" : null);
        final World world = worldOptions.world(hung.given());
        final RunPlan plan = plan(walk, false);
        final LockstepRun run = new LockstepRun(plan, config, world);
        interrupts.onInterrupt(run::stop);
        video.begin(world.terrain());
        final RunMonitor monitor = video.beside(new PlainMonitor(out(), config.periodNs(), LOCKSTEP_LINE_S, () -> ""));
        final RecordPlan recording = record.plan(true);
        final FrameLog log =
                recording == null ? null : log(recording, walk, "a simulated A1 in lock-step", run.learner(), () -> 0);
        final RunMonitor recorded = log == null
                ? monitor
                : (frame, scenario, meter) -> {
                    log.take(frame);
                    monitor.frame(frame, scenario, meter);
                };
        final RunResult result;
        try (log) {
            result = adapt.given() ? adapted(walk, world, run, recorded) : run.run(recorded);
        }
        if (log != null) {
            out().println(log.summary());
        }
        return finish(plan, config, world, result);
    }

    private RunResult adapted(
            final PolicyFiles.Walk walk, final World world, final LockstepRun run, final RunMonitor monitor) {
        try (AdaptRun learner = adapt.learner(
                PolicyFiles.read(adapting()),
                walk.config(),
                run.learner(),
                world.seed(),
                note -> out().println("adapt: " + note))) {
            return run.run((frame, scenario, meter) -> {
                monitor.frame(frame, scenario, meter);
                learner.take(frame);
            });
        }
    }

    private FrameLog log(
            final RecordPlan recording,
            final PolicyFiles.Walk walk,
            final String name,
            final LearnerLink learner,
            final LongSupplier clockNs) {
        final LogFacts facts = LogFacts.of(name, robot == null, walk.config(), policies, walk.policies());
        return new FrameLog(recording, () -> facts, LearnerTap.of(learner), clockNs, this::tell);
    }

    /** The policy that adapts, where one does. */
    private Path adapting() {
        return policies.isEmpty() ? TrainedPolicies.BEST : policies.getFirst();
    }

    private int simulated(final PolicyFiles.Walk walk) {
        final Config config = walk.config();
        final World world = worldOptions.world(hung.given());
        final RunPlan plan = plan(walk, Screen.isThere());
        WarmUp.run(config, plan.policies());
        video.begin(world.terrain());
        try (SimulatedLink robot = new SimulatedLink(world, config)) {
            return finish(
                    plan,
                    config,
                    world,
                    drive(plan, walk, robot.link(), robot, world.terrain()::heightM, record.plan(true)));
        }
    }

    private int real(final PolicyFiles.Walk walk) {
        final Config config = walk.config();
        refuseTogether("--robot", worldOptions.given());
        final RobotAddress address = RobotAddress.parse(robot);
        final int from = localPort.value();
        trials.check(address, policies, walk, out()::println);
        final RunPlan plan = plan(walk, Screen.isThere());
        WarmUp.run(config, plan.policies());
        video.begin(Terrain.FLAT);
        try (RobotLink link = RobotLink.to(address, from, config, this::tell)) {
            return finish(
                    plan,
                    config,
                    null,
                    drive(plan, walk, link, null, GroundPatch.FLAT, record.plan(address.isSimulated())));
        }
    }

    private RunResult drive(
            final RunPlan plan,
            final PolicyFiles.Walk walk,
            final RobotLink link,
            final TruthSource truth,
            final GroundPatch ground,
            final RecordPlan recording) {
        final Config config = walk.config();
        if (adapt.given()) {
            adapt.check(PolicyFiles.read(adapting()), config);
        }
        try (LearnerChild learner = adapt.given() ? new LearnerChild() : null) {
            final RealTimeRun run = new RealTimeRun(
                    plan, config, link.port(), link.name(), truth, strict, learner == null ? null : learner.shared());
            interrupts.onInterrupt(run::stop);
            interrupts.onStop(run::stopAtOnce);
            if (learner != null) {
                learner.start(adapting(), worldOptions, adapt.arguments(), this::tell);
            }
            final RecordThread recorder = recording == null
                    ? null
                    : new RecordThread(
                            run.frames().newReader(),
                            log(recording, walk, link.name(), run.learner(), System::nanoTime),
                            this::tell);
            try (recorder;
                    RunObservers observers = new RunObservers(
                            run,
                            config,
                            ground,
                            noView ? null : viewPort,
                            page,
                            out(),
                            learner == null ? () -> "" : learner::state)) {
                return run.run(video.beside(observers));
            } finally {
                if (recorder != null) {
                    out().println(recorder.summary());
                }
            }
        }
    }

    /** What the learner says, where no screen is in the way. */
    private void tell(final String line) {
        if (!Screen.isThere()) {
            out().println(line);
            out().flush();
        }
    }

    private static void refuseTogether(final String flag, final String other) {
        if (other != null) {
            throw new ConfigException(flag + " contradicts " + other + ": " + other + " is about "
                    + (flag.equals("--lockstep") ? "a robot in real time" : "the simulated world"));
        }
    }

    /**
     * With a terminal and no {@code --seconds} the person at it decides when the run ends, and what happens after a
     * fault.
     */
    private RunPlan plan(final PolicyFiles.Walk walk, final boolean watched) {
        final double unsaid = watched ? Double.POSITIVE_INFINITY : RunPlan.DEFAULT_WALK_SECONDS;
        return walkOptions.plan(
                walk.config(),
                seconds.given() ? seconds.value(0.1, SECONDS_MAX) : unsaid,
                watched && !seconds.given(),
                walk.policies(),
                robot == null ? WalkOptions.SIMULATED_VX_M_S : 0,
                robot == null || hold);
    }

    private int finish(final RunPlan plan, final Config config, final World world, final RunResult result) {
        if (world != null) {
            out().print(VariationText.of(world.variation(config)));
        }
        out().println(SummaryText.of(result));
        json.write(RunReport.of(plan, config, world, result));
        video.make();
        return result.succeeded() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void tell(final List<PolicyFit> fits) {
        for (int i = 0; i < fits.size(); i++) {
            final Bundle bundle = fits.get(i).bundle();
            out().printf(
                            "policy %d: %s at %s Hz, %s, SHA-256 %s%n",
                            i + 1,
                            bundle.manifest().name(),
                            Config.plain(bundle.manifest().policyHz()),
                            PolicyShow.signer(bundle),
                            bundle.sha256());
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
