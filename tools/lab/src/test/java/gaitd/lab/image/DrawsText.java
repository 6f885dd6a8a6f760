package gaitd.lab.image;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that draw: skipped where the system lacks what text is drawn with. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "gaitd.lab.image.NoFontsTest#canDrawText",
        disabledReason = "no picture can be drawn here; " + Glyphs.INSTALL)
public @interface DrawsText {}
