package gaitd.lab.course;

import gaitd.lab.walks.Subject;
import gaitd.lab.walks.Subjects;
import gaitd.lab.walks.WalkBatch;
import gaitd.lab.walks.WalkSpec;
import gaitd.runtime.config.Setting;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.fault.FaultPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Walks a course: every policy at every level of every condition. */
final class CourseRunner {
    private final CoursePlan plan;
    private final boolean baseline;
    private final List<Path> bundles;
    private final CourseFile file;

    CourseRunner(final CoursePlan plan, final boolean baseline, final List<Path> bundles, final CourseFile file) {
        this.plan = plan;
        this.baseline = baseline;
        this.bundles = List.copyOf(bundles);
        this.file = file;
    }

    /**
     * Walks what the file does not have.
     *
     * @param threads how many
     * @param progress takes the number of walks ended since the last call
     * @param note takes the name of the condition that is walked
     * @return by policy, condition and level
     */
    CourseResult run(final int threads, final LongConsumer progress, final Consumer<String> note) {
        final WalkBatch batch = new WalkBatch(plan.engine(), threads, progress);
        final List<List<List<CourseWalks>>> all = new ArrayList<>();
        plan.subjects().forEach(subject -> all.add(new ArrayList<>()));
        for (final CourseLadder ladder : plan.ladders()) {
            note.accept(ladder.name());
            all.forEach(conditions -> conditions.add(new ArrayList<>()));
            for (final CourseRung rung : ladder.rungs()) {
                final List<Subject> subjects = Subjects.of(
                        baseline,
                        bundles,
                        rung.change().apply(plan.config().change()).conclude());
                for (int i = 0; i < subjects.size(); i++) {
                    all.get(i).getLast().add(walks(batch, subjects.get(i), ladder, rung));
                }
            }
        }
        return new CourseResult(plan, all);
    }

    private CourseWalks walks(
            final WalkBatch batch, final Subject subject, final CourseLadder ladder, final CourseRung rung) {
        final CourseWalks known = file.get(subject.name(), ladder, rung);
        if (known != null) {
            return known;
        }
        final CourseDrive drive = rung.drive();
        final CourseWatch watch =
                new CourseWatch(drive, 1 / subject.config().get(Setting.POLICY_RATE_HZ), plan.walks());
        batch.run(
                new WalkSpec(
                        subject,
                        rung.terrain(),
                        drive.starts(),
                        FaultPlan.NONE,
                        FieldCase.NOMINAL,
                        drive.limitS(),
                        plan.walks(),
                        plan.seed(ladder, rung)),
                watch);
        file.put(subject.name(), ladder, rung, watch.walks());
        return watch.walks();
    }
}
