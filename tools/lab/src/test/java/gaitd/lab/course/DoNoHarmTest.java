package gaitd.lab.course;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.walks.Subjects;
import gaitd.lab.work.LocalPool;
import gaitd.lab.work.WorkPool;
import gaitd.robot.policy.TrainedPolicies;
import gaitd.runtime.config.Config;
import gaitd.sim.Engine;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The policy that {@code run} takes by default against the walk without one, on a short course: sixteen walks at two levels of conditions in which it
 * is not worse. docs/learning.md says where it is.
 */
class DoNoHarmTest {
    private static final String HELD = "tiles,slope-up,steps,turning,start-stop";
    private static final int WALKS = 16;

    @Tag("slow")
    @Test
    void theDefaultPolicyIsNotWorseThanNoneWhereItIsHeldToThat() {
        final CoursePlan plan = new CoursePlan(
                Course.ladders(HELD, true),
                true,
                Subjects.of(true, List.of(TrainedPolicies.BEST), Config.defaults()),
                Config.defaults(),
                Engine.EMBEDDED,
                WALKS,
                1);
        final CourseResult result;
        try (WorkPool pool = new LocalPool(2)) {
            result = new CourseRunner(plan, true, List.of(TrainedPolicies.BEST), new CourseFile(null, plan))
                    .run(pool, ended -> {}, name -> {});
        }
        final List<CourseVerdict> verdicts = result.verdicts().get(1);
        for (int i = 0; i < verdicts.size(); i++) {
            assertTrue(
                    verdicts.get(i).says() != CourseVerdict.Says.WORSE,
                    plan.ladders().get(i).name() + ": " + verdicts.get(i));
        }
    }
}
