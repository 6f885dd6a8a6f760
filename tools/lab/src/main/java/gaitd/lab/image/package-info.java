/**
 * Pictures as files: drawings become SVG or small PNG of few colours. Used by terrain pictures, plots and pictures of policies.
 */
package gaitd.lab.image;
