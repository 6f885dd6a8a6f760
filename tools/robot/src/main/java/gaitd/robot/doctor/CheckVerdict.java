package gaitd.robot.doctor;

import java.util.Locale;

/** How a finding is judged. */
public enum CheckVerdict {
    /** Meets the requirement. */
    OK,
    /** Works, but late wake-ups are to be expected, or it could not be found out. */
    WARN,
    /** The control process will not meet its specification. */
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
