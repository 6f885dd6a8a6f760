package gaitd.bench.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.adapt.RollbackCause;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Candidates that mean harm, one of each kind. */
@Tag("slow")
class UnsafeTrialTest {
    /** A window of a trial, and the blends before and after it, s. */
    private static final double LONGEST_S = 4;

    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");

    @ParameterizedTest
    @EnumSource
    void noneDrivesForLongerThanAWindowOrThrowsTheRobot(final UnsafeKind kind) {
        final Config config = Config.defaults()
                .change()
                .set(ChoiceSetting.ADAPT_USE, AdaptUse.ON, "test")
                .conclude();
        final PolicyFiles.Walk walk = PolicyFiles.walk(List.of(POLICY), null, config);
        final UnsafeTrial.Outcome outcome = new UnsafeTrial(walk, kind, 1).run();
        assertTrue(outcome.longestS() <= LONGEST_S, outcome::toString);
        assertFalse(outcome.isFallen(), outcome::toString);
        assertEquals(
                kind == UnsafeKind.NOT_FINITE,
                outcome.longestS() == 0 && outcome.cause() == RollbackCause.NONE,
                "weights that are no numbers are refused before they are anything");
    }
}
