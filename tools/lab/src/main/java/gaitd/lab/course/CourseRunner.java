package gaitd.lab.course;

import gaitd.lab.walks.Subject;
import gaitd.lab.walks.SubjectText;
import gaitd.lab.walks.Subjects;
import gaitd.lab.walks.WalkBatch;
import gaitd.lab.work.WorkPool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

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

    /** A level of a policy that is walked, and how much of it is missing. */
    private static final class Level {
        private final Subject subject;
        private final CourseLadder ladder;
        private final CourseRung rung;
        private final CourseWalks walks;
        private int missing;

        Level(final Subject subject, final CourseLadder ladder, final CourseRung rung, final int walks) {
            this.subject = subject;
            this.ladder = ladder;
            this.rung = rung;
            this.walks = new CourseWalks(walks);
            missing = walks;
        }
    }

    /**
     * Walks what the file does not have.
     *
     * @param pool does the work; it makes no difference to any figure
     * @param progress takes the number of walks ended since the last call
     * @param note takes the name of a condition that is walked
     * @return by policy, condition and level
     */
    CourseResult run(final WorkPool pool, final LongConsumer progress, final Consumer<String> note) {
        final List<Level> levels = new ArrayList<>();
        final List<CourseUnit> units = new ArrayList<>();
        final List<Level> of = new ArrayList<>();
        final List<List<List<CourseWalks>>> all = new ArrayList<>();
        plan.subjects().forEach(subject -> all.add(new ArrayList<>()));
        for (final CourseLadder ladder : plan.ladders()) {
            all.forEach(conditions -> conditions.add(new ArrayList<>()));
            for (final CourseRung rung : ladder.rungs()) {
                final List<Subject> subjects = Subjects.of(
                        baseline,
                        bundles,
                        rung.change().apply(plan.config().change()).conclude());
                for (int i = 0; i < subjects.size(); i++) {
                    final CourseWalks known = file.get(subjects.get(i).name(), ladder, rung);
                    if (known == null) {
                        levels.add(new Level(subjects.get(i), ladder, rung, plan.walks()));
                        units.addAll(units(levels.getLast()));
                        of.addAll(Collections.nCopies(units.size() - of.size(), levels.getLast()));
                    }
                    all.get(i).getLast().add(known == null ? levels.getLast().walks : known);
                }
            }
        }
        pool.run(units, (unit, some) -> {
            final Level level = of.get(unit);
            note.accept(level.ladder.name());
            level.walks.put(WalkBatch.walks(plan.walks(), units.get(unit).block()), some);
            level.missing -= some.count();
            if (level.missing == 0) {
                file.put(level.subject.name(), level.ladder, level.rung, level.walks);
            }
            progress.accept(some.count());
        });
        return new CourseResult(plan, all);
    }

    private List<CourseUnit> units(final Level level) {
        final SubjectText subject = SubjectText.of(level.subject);
        return IntStream.range(0, WalkBatch.blocks(plan.walks()))
                .mapToObj(block -> new CourseUnit(
                        subject,
                        level.ladder.name(),
                        level.rung.level(),
                        plan.engine(),
                        plan.walks(),
                        plan.seed(level.ladder, level.rung),
                        block))
                .toList();
    }
}
