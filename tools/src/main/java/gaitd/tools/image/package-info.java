/**
 * Pictures as files: fewer colours, small PNG. Used by terrain pictures and by plots.
 */
package gaitd.tools.image;
