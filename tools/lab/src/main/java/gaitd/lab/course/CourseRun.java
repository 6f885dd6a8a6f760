package gaitd.lab.course;

import gaitd.lab.image.Pictures;
import gaitd.lab.walks.Subjects;
import gaitd.lab.work.WorkPool;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.terminal.ProgressLine;
import gaitd.robot.terminal.Screen;
import gaitd.runtime.config.Config;
import gaitd.sim.Engine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** The command's course. */
public final class CourseRun {
    private final CourseOptions options;
    private final boolean baseline;
    private final List<Path> bundles;
    private final JsonOption json;
    private final Path picture;

    /**
     * A course.
     *
     * @param options of the course
     * @param baseline whether the walk without a policy walks it too
     * @param bundles policies
     * @param json where the report goes
     * @param picture where the picture goes, or null for none
     */
    public CourseRun(
            final CourseOptions options,
            final boolean baseline,
            final List<Path> bundles,
            final JsonOption json,
            final Path picture) {
        this.options = options;
        this.baseline = baseline;
        this.bundles = List.copyOf(bundles);
        this.json = json;
        this.picture = picture;
    }

    /**
     * Walks it, prints its tables and writes its report.
     *
     * @param config of the robots
     * @param engine physics
     * @param seed decides whatever is drawn
     * @param pool does the work
     * @param out where tables go
     * @param err where progress goes, on a terminal
     */
    public void run(
            final Config config,
            final Engine engine,
            final long seed,
            final WorkPool pool,
            final PrintWriter out,
            final PrintWriter err) {
        final CoursePlan plan = new CoursePlan(
                options.ladders(),
                options.isShort(),
                Subjects.of(baseline, bundles, config),
                config,
                engine,
                options.walks(),
                seed);
        final CourseFile file = new CourseFile(options.resume(), plan);
        final ProgressLine line = Screen.isThere() && file.walked() < plan.total()
                ? new ProgressLine(err, "walks", plan.total(), file.walked(), System::nanoTime)
                : null;
        final CourseResult result = new CourseRunner(plan, baseline, bundles, file)
                .run(pool, line == null ? ended -> {} : line, line == null ? name -> {} : line::note);
        if (line != null) {
            line.clear();
        }
        out.print(CourseTable.of(result));
        out.flush();
        json.write(CourseReport.of(result));
        if (Pictures.wanted(picture, err)) {
            CoursePicture.write(result, picture);
        }
    }
}
