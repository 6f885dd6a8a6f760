package gaitd.lab.course;

import gaitd.lab.walks.WalkFlags;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Outputs;
import gaitd.runtime.config.ConfigException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Options of the course, and what they do not go together with. */
public final class CourseOptions {
    private static final String COURSE = "--course";
    private static final String WALKS = "--walks";
    private static final String SHORT = "--short";
    private static final String RESUME = "--resume";
    private static final String CONDITIONS = "--conditions";
    private static final List<String> OWN = List.of(WALKS, SHORT, RESUME, CONDITIONS);
    private static final List<String> OTHERS = WalkFlags.and("--task", "--episodes", "--seeds");
    private static final int WALKS_MAX = 10_000;
    private static final int WALKS_USUAL = 100;
    private static final int WALKS_SHORT = 8;

    @Option(
            names = COURSE,
            description =
                    "walk the course: a fixed set of conditions, each in levels that become harder, one score a policy")
    private boolean course;

    @Option(names = WALKS, paramLabel = "N", description = "walks at each level of the course (default 100, short 8)")
    private Integer walks;

    @Option(names = SHORT, description = "two levels of each condition of the course only")
    private boolean isShort;

    @Option(
            names = RESUME,
            paramLabel = "FILE",
            description = "keep what of the course is walked in FILE, and go on from there where it is")
    private Path resume;

    @Option(names = CONDITIONS, paramLabel = "NAME[,NAME]", description = "some conditions of the course only")
    private String conditions;

    /** Made by picocli. */
    public CourseOptions() {}

    /**
     * Whether the course is asked for.
     *
     * @param parsed the command line
     * @return true with {@code --course}
     * @throws ConfigException in one line for options that belong to the course without it, or not to it
     */
    public boolean asked(final ParseResult parsed) {
        for (final String flag : course ? OTHERS : OWN) {
            if (parsed.hasMatchedOption(flag)) {
                throw new ConfigException(
                        course
                                ? flag + " contradicts --course, which has its own; leave one of them out"
                                : flag + " belongs to --course: give both");
            }
        }
        return course;
    }

    int walks() {
        return walks == null
                ? isShort ? WALKS_SHORT : WALKS_USUAL
                : (int) Inputs.inRange(WALKS, walks, 1, WALKS_MAX, "walks");
    }

    boolean isShort() {
        return isShort;
    }

    Path resume() {
        Outputs.check(resume, RESUME);
        return resume;
    }

    List<CourseLadder> ladders() {
        return Course.ladders(conditions, isShort);
    }
}
