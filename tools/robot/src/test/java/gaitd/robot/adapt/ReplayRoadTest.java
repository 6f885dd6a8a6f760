package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Trust;
import gaitd.policies.learn.LearnedWeights;
import gaitd.policies.learn.Rule;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays the steps of a robot whose reward is known. */
class ReplayRoadTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");
    private static final int KEPT = 4096;
    private static final double DEVIATION = 0.1;

    private ShippedPolicy policy;
    private SteppingRobot robot;

    @BeforeEach
    void begin() throws IOException {
        policy = ShippedPolicy.of(BundleStore.read(POLICY));
        robot = new SteppingRobot(policy.bundle(), 1);
        for (int i = 0; i < SteppingRobot.OUTPUTS; i++) {
            robot.best[i] = i % 2 == 0 ? 0.3 : -0.3;
        }
    }

    private ReplayRoad road(final double deviation, final Rule rule, final LearnedWeights weights) {
        return new ReplayRoad(
                new AdaptPlan(AdaptRoad.REPLAY, 20, 1, 1, 8, 1, 3, 0.5, deviation, rule, weights, 1, null), policy);
    }

    private double[] placeOfCandidate(final ReplayRoad road) {
        for (int n = 0; n < KEPT; n++) {
            assertFalse(road.isBusy());
            road.take(robot.step(), robot.given());
        }
        road.begin(policy.bundle(), 1);
        while (!road.work(0)) {
            assertTrue(road.isBusy());
        }
        final Candidates candidates =
                new Candidates(policy.bundle(), policy.files().copy(BundlePart.LEARNER), null);
        final Bundle candidate =
                Bundle.open(candidates.bundle(road.network(), 1, road.maker()), Trust.ANYBODY, null, PolicyFit.CELLS);
        robot.drive(candidate, 1);
        return robot.place();
    }

    @ParameterizedTest
    @CsvSource({"EP, ALL", "EP, BIASES", "BPTT, BIASES"})
    void moreOfTheRewardsDirectionThanOfAnyOther(final Rule rule, final LearnedWeights weights) {
        final double[] place = placeOfCandidate(road(DEVIATION, rule, weights));
        double along = 0;
        double whole = 0;
        for (int i = 0; i < SteppingRobot.OUTPUTS; i++) {
            along += place[i] * Math.signum(robot.best[i]);
            whole += place[i] * place[i];
        }
        final double cosine = along / Math.sqrt(whole * SteppingRobot.OUTPUTS);
        assertTrue(cosine > 0.5, "cosine " + cosine);
    }

    @Test
    void repeatsToTheBit() {
        final double[] first = placeOfCandidate(road(DEVIATION, null, LearnedWeights.OUTPUT));
        robot = new SteppingRobot(policy.bundle(), 1);
        for (int i = 0; i < SteppingRobot.OUTPUTS; i++) {
            robot.best[i] = i % 2 == 0 ? 0.3 : -0.3;
        }
        assertArrayEquals(first, placeOfCandidate(road(DEVIATION, null, LearnedWeights.OUTPUT)));
    }

    @Test
    void onlyStepsOfWalksCount() {
        final ReplayRoad road = road(DEVIATION, null, LearnedWeights.ALL);
        for (int n = 0; n < KEPT - 1; n++) {
            road.take(robot.step(), robot.given());
        }
        final var lying = robot.step();
        lying.put(ExperienceField.MODE, Mode.STAND.ordinal());
        road.take(lying, 1);
        road.take(robot.step(), Double.NaN);
        assertFalse(road.isBusy());
        road.take(robot.step(), robot.given());
        assertTrue(road.isBusy());
    }

    @Test
    void refusesWhatItCannotLearnFrom() {
        assertEquals(
                "--adapt-road replay learns from exploration, and there is none: set adapt.deviation above 0",
                assertThrows(ConfigException.class, () -> road(0, null, LearnedWeights.ALL))
                        .getMessage());
        road(1e-3, null, LearnedWeights.ALL).close();
        assertTrue(refused("--adapt-weights", "output").contains("belongs to --adapt-road replay"));
        assertTrue(
                refused("--adapt-road", "own", "--adapt-weights", "biases").contains("belongs to --adapt-road replay"));
    }

    private static String refused(final String... options) {
        final String[] arguments = new String[5 + options.length];
        final String[] first = {"run", "--lockstep", "--adapt", "--policy", "" + POLICY};
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(options, 0, arguments, first.length, options.length);
        return Cli.run(arguments).refusedWith(ExitCode.USAGE);
    }
}
