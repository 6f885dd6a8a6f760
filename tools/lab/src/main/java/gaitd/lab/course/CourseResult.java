package gaitd.lab.course;

import java.util.ArrayList;
import java.util.List;

/**
 * A course that was walked.
 *
 * @param plan what was walked
 * @param walks by policy, condition and level
 */
record CourseResult(CoursePlan plan, List<List<List<CourseWalks>>> walks) {
    /** Verdicts on each policy against the walk without one, which is the first; an empty list for the first, and for all without it. */
    List<List<CourseVerdict>> verdicts() {
        final boolean hasNone = plan.subjects().getFirst().fit() == null;
        final List<List<CourseVerdict>> all = new ArrayList<>();
        for (int i = 0; i < walks.size(); i++) {
            all.add(hasNone && i > 0 ? CourseVerdict.of(walks.get(i), walks.getFirst()) : List.of());
        }
        return all;
    }
}
