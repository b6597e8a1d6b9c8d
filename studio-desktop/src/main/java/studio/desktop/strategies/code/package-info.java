/**
 * The editor for strategy texts: colours, underlined problems, completion, finding and replacing. {@link
 * studio.desktop.strategies.code.CodeEditor} is its way in; it knows nothing of versions, servers or previews.
 */
@NullMarked
package studio.desktop.strategies.code;

import org.jspecify.annotations.NullMarked;
