/** Films of robots by the renderer of terrain pictures, as animated PNG or, by ffmpeg, as MP4. */
package gaitd.lab.film;
