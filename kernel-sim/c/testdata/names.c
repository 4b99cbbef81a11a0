/* A name is the same however it is spelt; digraphs are the brackets and signs that they stand for. */
%:include "lab.h"
%:define JOIN(a, b) a%:%:b
int \u00e9t\u00e9 = 5;
int z\U000000fcge<:2:> = <% 6, 7 %>;
int main(void)
<%
    int JOIN(n, \u00fc) = 8;
    lab_out(été);
    lab_out(züge<:0:>);
    lab_out(z\u00fcge[1]);
    lab_out(nü);
    return 0;
%>
