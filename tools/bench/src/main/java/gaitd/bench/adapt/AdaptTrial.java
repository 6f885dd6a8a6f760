package gaitd.bench.adapt;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.learn.RandomStream;
import gaitd.robot.adapt.AdaptPlan;
import gaitd.robot.adapt.AdaptRun;
import gaitd.robot.adapt.PolicyVersion;
import gaitd.robot.adapt.VersionState;
import gaitd.robot.adapt.VersionStore;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.trial.TrialRobot;
import gaitd.robot.world.CaseOption;
import gaitd.robot.world.WorldInputs;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.task.A1Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One walk of a robot to which something happened, on the simulated clock. When it falls, or a guard ends its walk, it is put back on its
 * feet and control and learner are started again; versions are kept.
 */
final class AdaptTrial {
    /** Restarts after which a walk counts as one that cannot be walked. */
    static final int LIVES_MAX = 60;

    private final AdaptCase walk;
    private final PolicyFiles.Walk policy;
    private final BundleFiles files;
    private final A1Task task;
    private final AdaptPlan plan;
    private final Path store;
    private final double[] sum;
    private final long[] steps;
    private int falls;
    private int stops;
    private double tiltDeg;

    /**
     * A walk that has not begun.
     *
     * @param walk which
     * @param policy the bundle with the settings of the loop, in which it adapts or leaves experience
     * @param files of the bundle
     * @param task whose reward is told
     * @param plan how to adapt
     * @param store an empty folder for versions
     */
    AdaptTrial(
            final AdaptCase walk,
            final PolicyFiles.Walk policy,
            final BundleFiles files,
            final A1Task task,
            final AdaptPlan plan,
            final Path store) {
        this.walk = walk;
        this.policy = policy;
        this.files = files;
        this.task = task;
        this.plan = plan;
        this.store = store;
        sum = new double[walk.seconds() / AdaptOutcome.WINDOW_S];
        steps = new long[sum.length];
    }

    /** Walks to the end. */
    AdaptOutcome run() {
        final FieldCase happened = walk.arm() == Arm.NOMINAL ? FieldCase.NOMINAL : CaseOption.of(walk.fieldCase());
        final Engine engine = WorldInputs.engine(walk.engine());
        double walkedS = 0;
        for (int life = 0; life < LIVES_MAX && walkedS < walk.seconds(); life++) {
            walkedS =
                    live(walkedS, new TrialRobot(policy, happened, engine, RandomStream.seed(walk.seed(), life), task));
        }
        final double[] reward = new double[sum.length];
        Arrays.setAll(reward, i -> steps[i] == 0 ? 0 : sum[i] / steps[i]);
        return outcome(reward);
    }

    private double live(final double beganS, final TrialRobot robot) {
        double timeS = beganS;
        try (robot;
                AdaptRun learner = walk.arm() == Arm.ADAPTED ? learner(robot) : null) {
            while (timeS < walk.seconds()) {
                final double given = robot.tick();
                timeS += robot.periodS();
                if (learner != null) {
                    learner.take(robot.frame());
                }
                if (!Double.isNaN(given)) {
                    final int window = Math.min((int) (timeS / AdaptOutcome.WINDOW_S), sum.length - 1);
                    sum[window] += given / robot.stepS();
                    steps[window]++;
                }
                if (robot.hasFallen() || robot.isStopped()) {
                    falls += robot.hasFallen() ? 1 : 0;
                    stops += robot.hasFallen() ? 0 : 1;
                    break;
                }
                tiltDeg = Math.max(tiltDeg, robot.tiltDeg());
            }
        }
        return timeS;
    }

    private AdaptRun learner(final TrialRobot robot) {
        return new AdaptRun(plan, files, policy.config(), store, robot.link(), note -> {});
    }

    private AdaptOutcome outcome(final double[] reward) {
        int tried = 0;
        int accepted = 0;
        int rolledBack = 0;
        if (Files.exists(store.resolve("lock"))) {
            try (VersionStore versions = VersionStore.read(store)) {
                for (final PolicyVersion version : versions.versions()) {
                    tried++;
                    accepted += version.state() == VersionState.ACCEPTED ? 1 : 0;
                    rolledBack += version.state() == VersionState.ROLLED_BACK ? 1 : 0;
                }
            }
        }
        return new AdaptOutcome(walk, reward, falls, stops, tried, accepted, rolledBack, tiltDeg);
    }
}
