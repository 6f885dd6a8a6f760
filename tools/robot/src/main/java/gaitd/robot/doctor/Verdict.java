package gaitd.robot.doctor;

import java.util.Locale;

/** How a finding is judged. */
public enum Verdict {
    /** As it should be. */
    OK,
    /** Works, but late wake-ups are to be expected, or it could not be found out. */
    WARN,
    /** The control process will not do what is promised of it. */
    FAIL;

    /**
     * The word that people and scripts read.
     *
     * @return such as {@code ok}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
