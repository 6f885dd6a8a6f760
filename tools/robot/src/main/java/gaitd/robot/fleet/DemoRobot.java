package gaitd.robot.fleet;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.learn.LearnedWeights;
import gaitd.robot.adapt.AdaptPlan;
import gaitd.robot.adapt.AdaptRoad;
import gaitd.robot.adapt.AdaptRun;
import gaitd.robot.adapt.StoreOption;
import gaitd.robot.mqtt.BrokerGuest;
import gaitd.robot.mqtt.FleetPlan;
import gaitd.robot.mqtt.MqttAgent;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.publication.PublicationSource;
import gaitd.robot.trial.TrialRobot;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.task.A1Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A simulated robot of a fleet, in one thread: control loop and learner on the simulated clock, and a companion's part that talks to the
 * broker. It walks as fast as it can while there is something to try, and now and then otherwise.
 */
final class DemoRobot implements AutoCloseable {
    private static final double WATCH_S = 1;
    private static final double BURST_S = 0.5;
    private static final double PAUSE_S = 20;
    private static final double SETTLE_S = 5;

    private final TrialRobot robot;
    private final AdaptRun learner;
    private final MqttAgent companion;
    private FleetRobot fleet;
    private double walkedS;

    /**
     * A robot on its feet.
     *
     * @param file as {@code companion --mqtt} takes it
     * @param walk settings and the policy that control has
     * @param files of that policy
     * @param seed decides noise
     * @param says takes a line when something has to be said
     */
    DemoRobot(
            final Path file,
            final PolicyFiles.Walk walk,
            final BundleFiles files,
            final long seed,
            final Consumer<String> says) {
        final FleetPlan[] plan = new FleetPlan[1];
        companion = MqttAgent.of(file, file.resolveSibling("shared"), given -> remember(plan, given, says), line -> {});
        robot = new TrialRobot(walk, FieldCase.NOMINAL, Engine.EMBEDDED, seed, A1Task.of("a1-stage1"));
        final Config config = walk.config();
        final AdaptPlan how = new AdaptPlan(
                AdaptRoad.PUBLISHED,
                WATCH_S,
                1,
                1,
                8,
                1,
                config.get(Setting.ADAPT_WINDOW_S),
                config.get(Setting.ADAPT_BOX),
                0,
                null,
                LearnedWeights.ALL,
                seed,
                new PublicationSource(plan[0].folder(), plan[0].key()));
        final String sha256 = walk.policies().getFirst().bundle().sha256();
        learner = new AdaptRun(
                how,
                files,
                config,
                StoreOption.of(plan[0].store(), sha256),
                robot.link(),
                note -> says.accept(plan[0].serial() + " " + note));
    }

    private BrokerGuest remember(final FleetPlan[] plan, final FleetPlan given, final Consumer<String> says) {
        plan[0] = given;
        fleet = new FleetRobot(
                given, line -> says.accept(given.serial() + " " + line), System::nanoTime, System::currentTimeMillis);
        return fleet;
    }

    /**
     * One round.
     *
     * @param wallS time since the first round, s
     * @return whether it has more to do at once
     * @throws IOException when its companion cannot go on
     */
    boolean work(final double wallS) throws IOException {
        companion.doWork();
        final boolean isBusy = fleet.isBusy();
        if (isBusy || wallS - walkedS >= PAUSE_S) {
            walk(BURST_S);
            walkedS = wallS;
        }
        return isBusy && !isDown();
    }

    private void walk(final double seconds) {
        for (double walked = 0; walked < seconds && !isDown(); walked += robot.periodS()) {
            robot.tick();
            learner.take(robot.frame());
        }
    }

    /** Walks until control has changed over to the version in force. */
    void settle() {
        walk(SETTLE_S);
    }

    /** Whether it has fallen, or a guard has ended its walk: a person would have to see to it. */
    boolean isDown() {
        return robot.hasFallen() || (robot.frame() != null && robot.isStopped());
    }

    /** Version of its policy that drives, by its control loop; 0 as shipped. */
    long drives() {
        return robot.frame().get(TickField.ADAPT_VERSION);
    }

    @Override
    public void close() {
        companion.onClose();
        learner.close();
        robot.close();
    }
}
